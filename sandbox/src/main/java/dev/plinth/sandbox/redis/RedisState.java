package dev.plinth.sandbox.redis;

import java.util.List;

/**
 * What became of a group since it was made.
 *
 * @param primary which node takes the writes, from 0 on
 * @param tokens those that clients may show, the newest last; empty while it is the one of the group's settings
 */
record RedisState(int primary, List<String> tokens) {
    static final RedisState NEW = new RedisState(0, List.of());

    RedisState {
        tokens = List.copyOf(tokens);
    }

    RedisState ledBy(int node) {
        return new RedisState(node, tokens);
    }

    @Override
    public String toString() {
        return "RedisState[primary=%d]".formatted(primary);
    }
}
