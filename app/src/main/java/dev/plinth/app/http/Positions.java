package dev.plinth.app.http;

import java.util.List;

/** Where a page begins in a list that is ordered by one whole number. */
public final class Positions {
    /** The number after which the page begins, {@code first} for the first page; what is none is the cursor's fault. */
    public static long read(Paging paging, QueryReader query, long first) {
        String key = paging.after().map(List::getFirst).orElse(Long.toString(first));
        try {
            return Long.parseLong(key);
        } catch (NumberFormatException foreign) {
            query.refuse("cursor", "must be a cursor from the 'page' of an answer to the same request");
            return first;
        }
    }

    private Positions() {}
}
