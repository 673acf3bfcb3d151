package dev.plinth.app.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads what {@link MetricJson} wrote; it trusts its input. */
public final class StoredContent {
    /** The content; the id is the metric's of today, which it may not have had when this was written. */
    public static MetricContent read(MetricId id, JsonNode node) {
        return new MetricContent(
                id,
                new Label(text(node, "name")),
                new Prose(text(node, "description")),
                classification(node),
                definition(node.required("definition")),
                new Stewardship(
                        each(node, "owners", StoredContent::owner),
                        each(node, "sources", StoredContent::source),
                        each(node, "targets", StoredContent::target)),
                new Remarks(
                        each(node, "aliases", alias -> new Label(alias.textValue())),
                        optional(node, "notes", Prose::new)));
    }

    private static Classification classification(JsonNode node) {
        return new Classification(
                new DomainId(text(node, "domain")),
                new Tier(node.required("tier").intValue()),
                constant(MetricType.class, node, "metric_type"),
                constant(CalculationType.class, node, "calc_type"),
                each(node, "tags", tag -> new Tag(tag.textValue())));
    }

    private static Definition definition(JsonNode node) {
        return new Definition(
                new Measure(
                        new Label(text(node, "unit")),
                        constant(Direction.class, node, "direction"),
                        constant(Aggregation.class, node, "aggregation"),
                        constant(Grain.class, node, "grain")),
                each(node, "expressions", StoredContent::expression),
                each(node, "filters", filter -> new RowFilter(filter.textValue())),
                each(node, "dimensions", dimension -> new Dimension(dimension.textValue())));
    }

    private static Expression expression(JsonNode node) {
        return new Expression(constant(Dialect.class, node, "dialect"), new Prose(text(node, "expression")));
    }

    private static Owner owner(JsonNode node) {
        return new Owner(constant(OwnerRole.class, node, "role"), new Label(text(node, "team")));
    }

    private static Source source(JsonNode node) {
        return new Source(
                new Label(text(node, "system")), new Label(text(node, "table")), optional(node, "column", Label::new));
    }

    private static Target target(JsonNode node) {
        return new Target(
                constant(TargetPeriod.class, node, "period"),
                new Amount(node.required("value").decimalValue()),
                amount(node, "warning"),
                amount(node, "critical"));
    }

    private static Optional<Amount> amount(JsonNode node, String field) {
        return Optional.ofNullable(node.get(field)).map(value -> new Amount(value.decimalValue()));
    }

    private static <T> Optional<T> optional(JsonNode node, String field, Function<String, T> make) {
        return Optional.ofNullable(node.get(field)).map(value -> make.apply(value.textValue()));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
        return Names.constant(type, text(node, field));
    }

    private static <T> List<T> each(JsonNode node, String field, Function<JsonNode, T> read) {
        return StreamSupport.stream(node.required(field).spliterator(), false)
                .map(read)
                .toList();
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    private StoredContent() {}
}
