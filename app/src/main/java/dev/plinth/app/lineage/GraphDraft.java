package dev.plinth.app.lineage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A graph that grows until it is as large as it may be. */
final class GraphDraft {
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final Set<GraphEdge> edges = new LinkedHashSet<>();
    private final MetricNode root;
    private final int sizeMax;
    private boolean truncated;

    GraphDraft(MetricNode root, int sizeMax) {
        this.root = root;
        this.sizeMax = sizeMax;
        nodes.put(root.key(), root);
    }

    /** Whether the node is in the graph now, and was not before. */
    boolean add(GraphNode node) {
        if (nodes.containsKey(node.key())) {
            return false;
        }
        if (nodes.size() >= sizeMax) {
            truncated = true;
            return false;
        }
        nodes.put(node.key(), node);
        return true;
    }

    /** Leads from one node to another, if the graph has room for both. */
    void connect(GraphNode from, GraphNode to, String type) {
        if (nodes.containsKey(from.key()) && nodes.containsKey(to.key())) {
            edges.add(new GraphEdge(from.key(), to.key(), type));
        }
    }

    /** There is more than was read. */
    void truncate() {
        truncated = true;
    }

    List<MetricNode> metrics() {
        List<MetricNode> metrics = new ArrayList<>();
        for (GraphNode node : nodes.values()) {
            if (node instanceof MetricNode metric) {
                metrics.add(metric);
            }
        }
        return metrics;
    }

    Graph graph() {
        return new Graph(root, List.copyOf(nodes.values()), List.copyOf(edges), truncated);
    }
}
