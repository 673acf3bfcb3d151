package dev.plinth.app.postgres.metrics;

import dev.plinth.app.metrics.SortField;
import dev.plinth.app.metrics.SortKey;
import dev.plinth.app.metrics.Sorting;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.Query;

/** The order of a list, and where in it a page begins. */
final class Keyset {
    private final List<SortKey> keys;
    private final List<Object> after;

    /** {@code after} is the sort key of the last metric before the page; none is the beginning. */
    Keyset(Sorting sorting, List<String> after) {
        this.keys = sorting.keys();
        this.after = after.isEmpty() ? List.of() : sorting.valuesOf(after);
    }

    /** To stand after {@code order by}. */
    String order() {
        return keys.stream()
                .map(key -> column(key.field()) + (key.descending() ? " desc" : ""))
                .collect(Collectors.joining(", "));
    }

    /** To stand after other conditions: later in the first key, or the same there and later in the next one. */
    String condition() {
        if (after.isEmpty()) {
            return "";
        }
        List<String> alternatives = new ArrayList<>();
        String same = "";
        for (int index = 0; index < keys.size(); index++) {
            SortKey key = keys.get(index);
            String column = column(key.field());
            alternatives.add("(%s%s %s :after%d)".formatted(same, column, key.descending() ? "<" : ">", index));
            same += "%s = :after%d and ".formatted(column, index);
        }
        SortKey first = keys.getFirst();
        // Follows from the rest; but the planner finds its way into the index only by a plain bound.
        String bound = "%s %s :after0".formatted(column(first.field()), first.descending() ? "<=" : ">=");
        return " and %s and (%s)".formatted(bound, String.join(" or ", alternatives));
    }

    Query bind(Query query) {
        for (int index = 0; index < after.size(); index++) {
            Object value = after.get(index);
            query.bind("after" + index, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
        }
        return query;
    }

    private static String column(SortField field) {
        return switch (field) {
            case METRIC_ID -> "m.metric_id";
            case NAME -> "c.name";
            case DOMAIN -> "c.domain";
            case TIER -> "c.tier";
            case CREATED_AT -> "m.created_at";
            case UPDATED_AT -> "c.updated_at";
        };
    }
}
