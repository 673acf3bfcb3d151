package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.Endpoint;
import java.util.List;

/** A replication group as it runs; the first node is the primary. */
public record RedisGroup(String name, List<Endpoint> nodes) {
    public RedisGroup {
        nodes = List.copyOf(nodes);
    }

    public Endpoint primary() {
        return nodes.getFirst();
    }

    /** Where reads may go: the first replica, or the primary when there is none. */
    public Endpoint reader() {
        return nodes.size() > 1 ? nodes.get(1) : primary();
    }
}
