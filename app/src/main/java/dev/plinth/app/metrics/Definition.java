package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Label;
import java.util.List;

/** What the metric measures: its unit, and how to compute it in one dialect or several. */
public record Definition(Label unit, List<Expression> expressions) {
    public Definition {
        expressions = List.copyOf(expressions);
        if (expressions.isEmpty()) {
            throw new InvalidValueException("must have at least one expression");
        }
        if (expressions.stream().map(Expression::dialect).distinct().count() < expressions.size()) {
            throw new InvalidValueException("must have at most one expression in each dialect");
        }
    }
}
