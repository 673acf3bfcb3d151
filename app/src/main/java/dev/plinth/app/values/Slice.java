package dev.plinth.app.values;

import java.util.List;

/** A part of an ordered list: as many items as were asked for at most, and whether the list goes on. */
public record Slice<T>(List<T> items, boolean hasMore) {
    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read with one item more than asked for, which tells whether it goes on without counting. */
    public static <T> Slice<T> of(List<T> oneMore, int limit) {
        boolean hasMore = oneMore.size() > limit;
        return new Slice<>(hasMore ? oneMore.subList(0, limit) : oneMore, hasMore);
    }
}
