package dev.plinth.app.metrics;

import java.util.List;

/** Which page of a list: at most {@code limit} metrics, all after the one with this sort key; none is the beginning. */
public record Position(List<String> after, int limit) {
    public Position {
        after = List.copyOf(after);
    }

    Position oneMore() {
        return new Position(after, limit + 1);
    }
}
