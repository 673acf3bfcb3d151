package dev.plinth.app.lineage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.consumers.ConsumerJson;
import dev.plinth.app.values.Names;
import java.util.Map;
import java.util.stream.Collectors;

/** Relationships and graphs as JSON, in answers and in the record of changes. */
public final class LineageJson {
    public static ObjectNode write(Relationship relationship) {
        return object().put("uid", relationship.uid().toString())
                .put("type", Names.of(relationship.type()))
                .put("from", relationship.from().id().value())
                .put("to", relationship.to().id().value())
                .put("created_at", relationship.createdAt().toString());
    }

    public static ObjectNode write(Graph graph) {
        ObjectNode node = object().put("root", graph.root().key());
        ArrayNode nodes = node.putArray("nodes");
        graph.nodes().forEach(each -> nodes.add(write(each)));
        ArrayNode edges = node.putArray("edges");
        for (GraphEdge edge : graph.edges()) {
            edges.addObject().put("from", edge.from()).put("to", edge.to()).put("type", edge.type());
        }
        return node.put("truncated", graph.truncated());
    }

    public static ObjectNode write(Impact impact) {
        ObjectNode node = object();
        impact.change().ifPresent(change -> node.put("change_class", Names.of(change)));
        Map<String, Integer> distances = impact.metrics().stream()
                .collect(Collectors.toMap(
                        metric -> metric.id().value(),
                        metric -> impact.distances().getOrDefault(metric.uid(), 0)));
        ArrayNode metrics = node.putArray("metrics");
        for (MetricNode metric : impact.metrics()) {
            metrics.add(write(metric)
                    .put("distance", distances.getOrDefault(metric.id().value(), 0)));
        }
        ArrayNode consumers = node.putArray("consumers");
        for (Consumer consumer : impact.consumers()) {
            consumers.add(ConsumerJson.write(consumer)
                    .put("distance", distances.getOrDefault(consumer.metric().value(), 0)));
        }
        return node.put("truncated", impact.truncated());
    }

    private static ObjectNode write(GraphNode each) {
        ObjectNode node = object().put("key", each.key());
        return switch (each) {
            case MetricNode metric ->
                node.put("kind", "metric")
                        .put("metric_id", metric.id().value())
                        .put("name", metric.name().value())
                        .put("domain", metric.domain().value())
                        .put("status", Names.of(metric.status()));
            case GraphNode.Table table ->
                node.put("kind", "table").put("system", table.system()).put("table", table.table());
            case GraphNode.Column column ->
                node.put("kind", "column")
                        .put("system", column.of().system())
                        .put("table", column.of().table())
                        .put("column", column.column());
            case GraphNode.User user ->
                node.put("kind", "consumer").put("consumer_kind", user.kind()).put("name", user.name());
        };
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private LineageJson() {}
}
