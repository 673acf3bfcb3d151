package dev.plinth.app.lineage;

import java.util.List;

/** What a metric hangs together with; {@code truncated} when some of it was left out because it is too much. */
public record Graph(MetricNode root, List<GraphNode> nodes, List<GraphEdge> edges, boolean truncated) {
    public Graph {
        nodes = List.copyOf(nodes);
        edges = List.copyOf(edges);
    }
}
