package dev.plinth.app.http;

import dev.plinth.app.values.InvalidValueException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Where a page begins in a list that is ordered by one value which is no text. */
public final class Positions {
    /** The number at which the page begins, {@code first} for the first page; what is none is the cursor's fault. */
    public static long read(Paging paging, QueryReader query, long first) {
        return read(paging, query, Positions::number).orElse(first);
    }

    /** The id at which the page begins, {@code first} for the first page; what is none is the cursor's fault. */
    public static UUID read(Paging paging, QueryReader query, UUID first) {
        return read(paging, query, Uids::parse).orElse(first);
    }

    private static <T> Optional<T> read(Paging paging, QueryReader query, Function<String, T> parse) {
        try {
            return paging.after().map(List::getFirst).map(parse);
        } catch (InvalidValueException foreign) {
            query.refuse("cursor", "must be a cursor from the 'page' of an answer to the same request");
            return Optional.empty();
        }
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException foreign) {
            throw new InvalidValueException("must be a number");
        }
    }

    private Positions() {}
}
