package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.Endpoint;
import java.util.List;

/** What is kept of a group: what was asked for, and where each node listens. */
record RedisRecord(RedisSpec spec, List<Endpoint> nodes) {
    RedisRecord {
        nodes = List.copyOf(nodes);
    }

    static String nodeName(String group, int index) {
        return "%s-%03d".formatted(group, index + 1);
    }
}
