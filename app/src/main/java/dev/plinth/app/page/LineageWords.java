package dev.plinth.app.page;

import dev.plinth.app.lineage.GraphNode;
import dev.plinth.app.lineage.MetricNode;
import dev.plinth.app.page.Drawing.Thing;
import dev.plinth.app.values.Names;
import java.util.Map;

/** How lineage is told to people. */
final class LineageWords {
    private static final Map<String, String> VERBS = Map.of(
            "derived_from", "is derived from",
            "numerator", "has as its numerator",
            "denominator", "has as its denominator",
            "parent", "is a part of",
            "related", "should be looked at together with",
            "tradeoff", "may get worse when this gets better:",
            "replaces", "takes the place of",
            "reads", "reads",
            "part_of", "is a column of",
            "uses", "uses");

    /** The verb of a relationship or an edge, by its type as it stands in JSON. */
    static String verb(String type) {
        return VERBS.getOrDefault(type, Words.of(type));
    }

    static Link link(GraphNode node) {
        return switch (node) {
            case MetricNode metric -> link(metric);
            case GraphNode.Table table -> new Link("", "%s %s".formatted(table.system(), table.table()));
            case GraphNode.Column column ->
                new Link(
                        "",
                        "%s %s.%s".formatted(column.of().system(), column.of().table(), column.column()));
            case GraphNode.User user -> new Link("", "%s (%s)".formatted(user.name(), Words.of(user.kind())));
        };
    }

    static Link link(MetricNode metric) {
        return new Link(address(metric), metric.name().value());
    }

    static Thing thing(GraphNode node) {
        return switch (node) {
            case MetricNode metric ->
                new Thing(metric.key(), "metric", metric.name().value(), note(metric), address(metric));
            case GraphNode.Table table ->
                new Thing(table.key(), "table", table.table(), "Table in " + table.system(), "");
            case GraphNode.Column column -> new Thing(column.key(), "table", column.column(), "Column", "");
            case GraphNode.User user -> new Thing(user.key(), "user", user.name(), Words.title(user.kind()), "");
        };
    }

    private static String note(MetricNode metric) {
        String status = Names.of(metric.status());
        return status.equals("published") ? metric.id().value() : Words.title(status) + " " + metric.id();
    }

    private static String address(MetricNode metric) {
        return "/catalogue/metrics/" + metric.id();
    }

    private LineageWords() {}
}
