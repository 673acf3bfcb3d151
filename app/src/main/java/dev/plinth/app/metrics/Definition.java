package dev.plinth.app.metrics;

import dev.plinth.app.values.InvalidValueException;
import java.util.List;

/** What the metric measures, and how to compute it in one dialect or several. */
public record Definition(
        Measure measure, List<Expression> expressions, List<RowFilter> filters, List<Dimension> dimensions) {
    private static final Limits FILTERS = new Limits("filters", 20);
    private static final Limits DIMENSIONS = new Limits("dimensions", 30);

    public Definition {
        expressions = List.copyOf(expressions);
        if (expressions.isEmpty()) {
            throw new InvalidValueException("must have at least one expression");
        }
        if (expressions.stream().map(Expression::dialect).distinct().count() < expressions.size()) {
            throw new InvalidValueException("must have at most one expression in each dialect");
        }
        filters = FILTERS.check(filters);
        dimensions = DIMENSIONS.check(dimensions);
    }
}
