package dev.plinth.app.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.values.Suggestions;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which fields of a thing a client wants to see; all of them unless told. */
public final class Projection {
    public static final Projection ALL = new Projection(Optional.empty());

    private final Optional<Set<String>> wanted;

    private Projection(Optional<Set<String>> wanted) {
        this.wanted = wanted;
    }

    /** Reads the parameter {@code fields}: names by commas, each of them one of those known. */
    public static Projection read(QueryReader query, Collection<String> known) {
        Optional<String> given = query.one("fields", text -> text);
        if (given.isEmpty()) {
            return ALL;
        }
        Set<String> wanted = new LinkedHashSet<>(List.of(given.get().split(",", -1)));
        wanted.stream()
                .filter(field -> !known.contains(field))
                .findFirst()
                .ifPresent(field -> query.refuse(
                        "fields",
                        "must be fields of the answer, separated by commas; '%s' is none.%s"
                                .formatted(field, Suggestions.didYouMean(field, known))));
        return new Projection(Optional.of(wanted));
    }

    /** What is wanted of it. */
    public ObjectNode of(ObjectNode whole) {
        wanted.ifPresent(whole::retain);
        return whole;
    }
}
