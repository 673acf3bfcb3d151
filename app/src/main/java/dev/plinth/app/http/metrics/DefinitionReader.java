package dev.plinth.app.http.metrics;

import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.metrics.Aggregation;
import dev.plinth.app.metrics.Definition;
import dev.plinth.app.metrics.Dialect;
import dev.plinth.app.metrics.Dimension;
import dev.plinth.app.metrics.Direction;
import dev.plinth.app.metrics.Expression;
import dev.plinth.app.metrics.Grain;
import dev.plinth.app.metrics.Measure;
import dev.plinth.app.metrics.RowFilter;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.Prose;
import java.util.List;
import java.util.Optional;

/** Makes the definition of a metric of the JSON that a client sent. */
final class DefinitionReader {
    /** Empty when it has a fault, which the JSON's reader keeps. */
    static Optional<Definition> read(JsonObjectReader definition) {
        Optional<Measure> measure = measure(definition);
        Optional<List<Expression>> expressions = expressions(definition);
        List<RowFilter> filters = definition.texts("filters", RowFilter::new);
        List<Dimension> dimensions = definition.texts("dimensions", Dimension::new);
        if (measure.isEmpty() || expressions.isEmpty()) {
            return Optional.empty();
        }
        return definition.whole(
                "expressions", () -> new Definition(measure.get(), expressions.get(), filters, dimensions));
    }

    private static Optional<Measure> measure(JsonObjectReader definition) {
        Optional<Label> unit = definition.text("unit", Label::new);
        Optional<Direction> direction = definition.choice("direction", Direction.class, Direction.NEUTRAL);
        Optional<Aggregation> aggregation = definition.choice("aggregation", Aggregation.class, Aggregation.NONE);
        Optional<Grain> grain = definition.choice("grain", Grain.class, Grain.DAY);
        if (unit.isEmpty() || direction.isEmpty() || aggregation.isEmpty() || grain.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Measure(unit.get(), direction.get(), aggregation.get(), grain.get()));
    }

    /** Empty when one of them has a fault. */
    private static Optional<List<Expression>> expressions(JsonObjectReader definition) {
        List<JsonObjectReader> given = definition.objects("expressions");
        List<Expression> sound = given.stream()
                .map(DefinitionReader::expression)
                .flatMap(Optional::stream)
                .toList();
        return sound.size() < given.size() ? Optional.empty() : Optional.of(sound);
    }

    private static Optional<Expression> expression(JsonObjectReader expression) {
        Optional<Dialect> dialect = expression.choice("dialect", Dialect.class);
        Optional<Prose> text = expression.text("expression", Prose::new);
        return dialect.flatMap(known -> text.map(written -> new Expression(known, written)));
    }

    private DefinitionReader() {}
}
