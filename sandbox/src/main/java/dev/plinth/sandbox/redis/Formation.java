package dev.plinth.sandbox.redis;

import dev.plinth.sandbox.machine.Endpoint;
import java.util.List;
import java.util.Optional;

/** A group with what became of it and the address that leads to its primary. */
record Formation(RedisRecord group, RedisState state, Endpoint entry) {
    RedisSpec spec() {
        return group.spec();
    }

    int size() {
        return group.nodes().size();
    }

    int primary() {
        return state.primary();
    }

    Endpoint node(int index) {
        return group.nodes().get(index);
    }

    String nodeName(int index) {
        return RedisRecord.nodeName(spec().name(), index);
    }

    Formation with(RedisState changed) {
        return new Formation(group, changed, entry);
    }

    /**
     * Whom a node follows when it starts. Where replicas take over, every node starts as one, also the primary, which is
     * made one afterwards: started again by itself and empty, it must not be what the others copy.
     */
    Optional<Endpoint> follows(int index) {
        if (spec().failsOver()) {
            return Optional.of(entry);
        }
        return index == 0 ? Optional.empty() : Optional.of(node(0));
    }

    /** The tokens that clients may show, the newest last. */
    List<String> tokens() {
        String first = spec().settings().authToken();
        return !state.tokens().isEmpty() || first.isEmpty() ? state.tokens() : List.of(first);
    }

    /** How to connect. */
    RedisSettings settings() {
        return tokens().isEmpty() ? spec().settings() : spec().settings().withToken(tokens().getLast());
    }

    RedisGroup told() {
        return new RedisGroup(spec().name(), group.nodes(), primary(), entry);
    }
}
