package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.Endpoint;
import java.util.List;

/**
 * A replication group as it runs.
 *
 * @param primary which of the nodes takes the writes at this moment, from 0 on
 * @param entry what clients connect to for writes: it leads to the primary, whichever it is
 */
public record RedisGroup(String name, List<Endpoint> nodes, int primary, Endpoint entry) {
    public RedisGroup {
        nodes = List.copyOf(nodes);
    }

    /** Where reads may go: the first replica, or the primary when there is none. */
    public Endpoint reader() {
        return nodes.get(nodes.size() == 1 || primary > 0 ? 0 : 1);
    }
}
