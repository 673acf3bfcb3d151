package dev.plinth.app.http.metrics;

import dev.plinth.app.access.Principal;
import dev.plinth.app.access.Scope;
import dev.plinth.app.http.QueryReader;
import dev.plinth.app.metrics.Gap;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.SortField;
import dev.plinth.app.metrics.SortKey;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.TimeBound;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.ForbiddenException;
import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Reads from the parameters of a query which metrics are wanted, and in which order. */
public final class MetricQueryReader {
    /** All that metrics can be filtered by. */
    public static MetricFilter filter(QueryReader query) {
        Map<Trait, Set<String>> traits = new EnumMap<>(Trait.class);
        for (Trait trait : Trait.values()) {
            Set<String> values = query.any(Names.of(trait), trait::check);
            if (!values.isEmpty()) {
                traits.put(trait, values);
            }
        }
        Set<Gap> missing = query.anyOf("missing", Gap.class);
        Map<TimeBound, Instant> times = new EnumMap<>(TimeBound.class);
        for (TimeBound bound : TimeBound.values()) {
            query.one(Names.of(bound), QueryReader::time).ifPresent(time -> times.put(bound, time));
        }
        return new MetricFilter(traits, missing, times);
    }

    /** The view asked for, or the caller's own one; throws {@link ForbiddenException} when the caller may not see it. */
    public static View view(QueryReader query, Principal principal) {
        View view = query.one("view", text -> Names.constant(View.class, text)).orElse(View.of(principal));
        if (view != View.PUBLISHED && !principal.seesDrafts()) {
            throw new ForbiddenException("To see drafts, you need the scope 'metrics:write', which you do not have.");
        }
        return view;
    }

    /** For example {@code -updated_at,+name}: fields by commas, each with the sign of its direction or none. */
    static Sorting sorting(QueryReader query) {
        return query.one("sort", MetricQueryReader::sorting).orElse(Sorting.BY_ID);
    }

    static Presence presence(QueryReader query, Principal principal) {
        boolean deleted = query.one("include", MetricQueryReader::isDeleted).orElse(false);
        if (deleted && !principal.has(Scope.METRICS_DELETE)) {
            throw new ForbiddenException("To see deleted metrics, you need the scope 'metrics:delete'.");
        }
        return deleted ? Presence.THERE_OR_DELETED : Presence.THERE;
    }

    private static Sorting sorting(String text) {
        return new Sorting(Arrays.stream(text.split(",", -1))
                .map(MetricQueryReader::sortKey)
                .toList());
    }

    private static SortKey sortKey(String text) {
        // A plus that was not encoded arrives as a space.
        boolean signed = text.startsWith("-") || text.startsWith("+") || text.startsWith(" ");
        String name = signed ? text.substring(1) : text;
        return new SortKey(Names.constant(SortField.class, name), text.startsWith("-"));
    }

    private static boolean isDeleted(String text) {
        if (!text.equals("deleted")) {
            throw new InvalidValueException("must be deleted");
        }
        return true;
    }

    private MetricQueryReader() {}
}
