package dev.plinth.app.http.metrics;

import dev.plinth.app.http.JsonObjectReader;
import dev.plinth.app.metrics.CalculationType;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.Definition;
import dev.plinth.app.metrics.Dialect;
import dev.plinth.app.metrics.Expression;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Tier;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.util.List;
import java.util.Optional;

/** Makes a metric's content of the body that a client sent. */
final class MetricReader {
    private static final int TIER_UNLESS_TOLD = 3;

    private final JsonObjectReader body;

    MetricReader(JsonObjectReader body) {
        this.body = body;
    }

    /** Throws with every fault that the body has. */
    MetricContent read() {
        Optional<MetricId> id = body.text("metric_id", MetricId::new);
        Optional<Label> name = body.text("name", Label::new);
        Optional<Prose> description = body.text("description", Prose::new);
        Optional<Classification> classification = classification();
        Optional<Definition> definition = body.object("definition").flatMap(this::definition);
        body.finish();
        return new MetricContent(
                id.orElseThrow(),
                name.orElseThrow(),
                description.orElseThrow(),
                classification.orElseThrow(),
                definition.orElseThrow());
    }

    private Optional<Classification> classification() {
        Optional<DomainId> domain = body.text("domain", DomainId::new);
        Optional<Tier> tier = body.integer("tier", TIER_UNLESS_TOLD, Tier::new);
        Optional<MetricType> type = body.choice("metric_type", MetricType.class);
        Optional<CalculationType> calculation = body.choice("calc_type", CalculationType.class, CalculationType.SIMPLE);
        List<Tag> tags = body.texts("tags", Tag::new);
        if (domain.isEmpty() || tier.isEmpty() || type.isEmpty() || calculation.isEmpty()) {
            return Optional.empty();
        }
        return body.whole(
                "tags", () -> new Classification(domain.get(), tier.get(), type.get(), calculation.get(), tags));
    }

    private Optional<Definition> definition(JsonObjectReader definition) {
        Optional<Label> unit = definition.text("unit", Label::new);
        List<JsonObjectReader> given = definition.objects("expressions");
        List<Expression> expressions = given.stream()
                .map(MetricReader::expression)
                .flatMap(Optional::stream)
                .toList();
        if (expressions.size() < given.size()) {
            return Optional.empty();
        }
        return unit.flatMap(known -> definition.whole("expressions", () -> new Definition(known, expressions)));
    }

    private static Optional<Expression> expression(JsonObjectReader expression) {
        Optional<Dialect> dialect = expression.choice("dialect", Dialect.class);
        Optional<Prose> text = expression.text("expression", Prose::new);
        return dialect.flatMap(known -> text.map(written -> new Expression(known, written)));
    }
}
