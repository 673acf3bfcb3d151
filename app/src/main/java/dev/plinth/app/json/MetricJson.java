package dev.plinth.app.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.metrics.CalculationType;
import dev.plinth.app.metrics.Classification;
import dev.plinth.app.metrics.Definition;
import dev.plinth.app.metrics.Dialect;
import dev.plinth.app.metrics.Expression;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.MetricType;
import dev.plinth.app.metrics.Tier;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Prose;
import dev.plinth.app.values.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A metric as JSON. The reading half trusts its input: it reads only what the writing half wrote. */
public final class MetricJson {
    public static ObjectNode write(Metric metric) {
        MetricContent content = metric.content();
        Classification classification = content.classification();
        ObjectNode node = Json.object()
                .put("uid", metric.uid().toString())
                .put("metric_id", content.id().value())
                .put("name", content.name().value())
                .put("description", content.description().value())
                .put("domain", classification.domain().value())
                .put("tier", classification.tier().value())
                .put("metric_type", Names.of(classification.metricType()))
                .put("calc_type", Names.of(classification.calculationType()));
        ArrayNode tags = node.putArray("tags");
        classification.tags().forEach(tag -> tags.add(tag.value()));
        node.set("definition", write(content.definition()));
        return node.put("status", Names.of(metric.status()))
                .put("revision", metric.revision())
                .put("created_at", metric.createdAt().toString())
                .put("updated_at", metric.updatedAt().toString());
    }

    public static ObjectNode write(Definition definition) {
        ObjectNode node = Json.object().put("unit", definition.unit().value());
        ArrayNode expressions = node.putArray("expressions");
        for (Expression expression : definition.expressions()) {
            expressions
                    .addObject()
                    .put("dialect", Names.of(expression.dialect()))
                    .put("expression", expression.text().value());
        }
        return node;
    }

    public static Metric readMetric(JsonNode node) {
        var content = new MetricContent(
                new MetricId(text(node, "metric_id")),
                new Label(text(node, "name")),
                new Prose(text(node, "description")),
                readClassification(node),
                readDefinition(node.required("definition")));
        return new Metric(
                UUID.fromString(text(node, "uid")),
                content,
                Names.constant(MetricStatus.class, text(node, "status")),
                node.required("revision").longValue(),
                Instant.parse(text(node, "created_at")),
                Instant.parse(text(node, "updated_at")));
    }

    public static Definition readDefinition(JsonNode node) {
        return new Definition(
                new Label(text(node, "unit")), each(node.required("expressions"), MetricJson::expression));
    }

    private static Classification readClassification(JsonNode node) {
        return new Classification(
                new DomainId(text(node, "domain")),
                new Tier(node.required("tier").intValue()),
                Names.constant(MetricType.class, text(node, "metric_type")),
                Names.constant(CalculationType.class, text(node, "calc_type")),
                each(node.required("tags"), tag -> new Tag(tag.textValue())));
    }

    private static Expression expression(JsonNode node) {
        return new Expression(
                Names.constant(Dialect.class, text(node, "dialect")), new Prose(text(node, "expression")));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> read) {
        return StreamSupport.stream(array.spliterator(), false).map(read).toList();
    }

    private static String text(JsonNode node, String field) {
        return node.required(field).textValue();
    }

    private MetricJson() {}
}
