package dev.plinth.sandbox.redis;

/** A replication group: one primary and nodes - 1 replicas. */
public record RedisSpec(String name, String urn, int port, int nodes, RedisSettings settings) {
    public RedisSpec {
        if (nodes < 1) {
            throw new IllegalArgumentException("%s has %d nodes: expected at least 1".formatted(name, nodes));
        }
    }
}
