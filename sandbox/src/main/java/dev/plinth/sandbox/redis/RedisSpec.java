package dev.plinth.sandbox.redis;

/**
 * A replication group: one primary and nodes - 1 replicas.
 *
 * @param failsOver whether a replica takes over when the primary is gone
 */
public record RedisSpec(String name, String urn, int port, int nodes, boolean failsOver, RedisSettings settings) {
    public RedisSpec {
        if (nodes < 1) {
            throw new IllegalArgumentException("%s has %d nodes: expected at least 1".formatted(name, nodes));
        }
    }
}
