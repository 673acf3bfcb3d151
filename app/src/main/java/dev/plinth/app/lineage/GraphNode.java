package dev.plinth.app.lineage;

/** What a graph of lineage is made of; equal nodes are the same thing. */
public sealed interface GraphNode permits MetricNode, GraphNode.Table, GraphNode.Column, GraphNode.User {
    /** Names the node within its graph, so that edges can refer to it. */
    String key();

    /** A table that metrics are computed from. */
    record Table(String system, String table) implements GraphNode {
        @Override
        public String key() {
            return "table:%s/%s".formatted(system, table);
        }
    }

    /** A column of a table. */
    record Column(Table of, String column) implements GraphNode {
        @Override
        public String key() {
            return "column:%s/%s/%s".formatted(of.system(), of.table(), column);
        }
    }

    /** A consumer of metrics; {@code kind} as in JSON. */
    record User(String kind, String name) implements GraphNode {
        @Override
        public String key() {
            return "consumer:%s/%s".formatted(kind, name);
        }
    }
}
