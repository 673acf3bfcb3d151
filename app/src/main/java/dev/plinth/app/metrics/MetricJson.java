package dev.plinth.app.metrics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.Names;
import java.util.List;
import java.util.function.Function;

/** A metric as JSON: in answers, exports, the database and the record of changes. */
public final class MetricJson {
    /** What people write and what the library knows. */
    public static ObjectNode write(Metric metric) {
        Standing standing = metric.standing();
        ObjectNode node =
                write(metric.content()).put("uid", metric.uid().toString()).put("status", Names.of(standing.status()));
        standing.version()
                .ifPresent(version ->
                        node.put("version", version.toString()).put("published_version", version.toString()));
        switch (standing) {
            case Standing.Outgoing deprecated -> node.set("deprecation", write(deprecated.deprecation()));
            case Standing.Deleted deleted -> node.put("deleted_at", deleted.at().toString());
            case Standing.Draft draft -> {}
            case Standing.Published published -> {}
            case Standing.Retired retired -> {}
        }
        return node.put("revision", metric.edition().revision())
                .put("created_at", metric.createdAt().toString())
                .put("updated_at", metric.edition().updatedAt().toString());
    }

    /** Only what people write, as they write it. */
    public static ObjectNode write(MetricContent content) {
        Classification classification = content.classification();
        ObjectNode node = object().put("metric_id", content.id().value())
                .put("name", content.name().value())
                .put("description", content.description().value())
                .put("domain", classification.domain().value())
                .put("tier", classification.tier().value())
                .put("metric_type", Names.of(classification.metricType()))
                .put("calc_type", Names.of(classification.calculationType()));
        node.set("tags", texts(classification.tags()));
        node.set("definition", write(content.definition()));
        node.set("owners", array(content.stewardship().owners(), MetricJson::write));
        node.set("sources", array(content.stewardship().sources(), MetricJson::write));
        node.set("targets", array(content.stewardship().targets(), MetricJson::write));
        node.set("aliases", texts(content.remarks().aliases()));
        content.remarks().notes().ifPresent(notes -> node.put("notes", notes.value()));
        return node;
    }

    private static ObjectNode write(Definition definition) {
        Measure measure = definition.measure();
        ObjectNode node = object().put("unit", measure.unit().value())
                .put("direction", Names.of(measure.direction()))
                .put("aggregation", Names.of(measure.aggregation()))
                .put("grain", Names.of(measure.grain()));
        node.set("expressions", array(definition.expressions(), MetricJson::write));
        node.set("filters", texts(definition.filters()));
        node.set("dimensions", texts(definition.dimensions()));
        return node;
    }

    private static ObjectNode write(Expression expression) {
        return object().put("dialect", Names.of(expression.dialect()))
                .put("expression", expression.text().value());
    }

    private static ObjectNode write(Owner owner) {
        return object().put("role", Names.of(owner.role()))
                .put("team", owner.team().value());
    }

    private static ObjectNode write(Source source) {
        ObjectNode node = object().put("system", source.system().value())
                .put("table", source.table().value());
        source.column().ifPresent(column -> node.put("column", column.value()));
        return node;
    }

    private static ObjectNode write(Target target) {
        ObjectNode node = object().put("period", Names.of(target.period()))
                .put("value", target.value().value());
        target.warning().ifPresent(amount -> node.put("warning", amount.value()));
        target.critical().ifPresent(amount -> node.put("critical", amount.value()));
        return node;
    }

    private static ObjectNode write(Deprecation deprecation) {
        ObjectNode node = object().put("since", deprecation.since().toString())
                .put("sunset", deprecation.sunset().toString())
                .put("reason", deprecation.reason().value());
        deprecation.replacement().ifPresent(id -> node.put("replacement", id.value()));
        return node;
    }

    private static ArrayNode texts(List<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(value.toString()));
        return array;
    }

    private static <T> ArrayNode array(List<T> items, Function<T, JsonNode> write) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(write.apply(item)));
        return array;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private MetricJson() {}
}
