package dev.plinth.app.http;

import dev.plinth.app.values.InvalidValueException;
import dev.plinth.app.values.Names;
import dev.plinth.app.values.Suggestions;
import io.helidon.common.uri.UriQuery;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads the parameters of a query; collects every fault, parameters that nobody asked for included. */
public final class QueryReader {
    private final UriQuery query;
    private final Violations violations = new Violations(Violation.Place.PARAMETER);
    private final Set<String> known = new LinkedHashSet<>();

    QueryReader(UriQuery query) {
        this.query = query;
    }

    /** The one value of a parameter, or empty when it is not there. */
    public <T> Optional<T> one(String name, Function<String, T> make) {
        List<String> values = values(name);
        if (values.size() > 1) {
            violations.add(name, "repeated", "must be given once, but is given %d times".formatted(values.size()));
            return Optional.empty();
        }
        return values.stream().findFirst().flatMap(value -> violations.checked(name, value, () -> make.apply(value)));
    }

    /** All values of a parameter that may be repeated. */
    public <T> Set<T> any(String name, Function<String, T> make) {
        return values(name).stream()
                .map(value -> violations.checked(name, value, () -> make.apply(value)))
                .flatMap(Optional::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    public <E extends Enum<E>> Set<E> anyOf(String name, Class<E> type) {
        return any(name, value -> Names.constant(type, value));
    }

    public static int wholeNumber(String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new InvalidValueException("must be a whole number");
        }
    }

    public static boolean flag(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidValueException("must be true or false");
        };
    }

    public static Instant time(String value) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            // RFC 3339 has years of four digits; later ones the database could not compare with.
            if (time.getYear() >= 1 && time.getYear() <= 9999) {
                return time.toInstant();
            }
            throw new InvalidValueException("must be in one of the years 1 to 9999");
        } catch (DateTimeParseException malformed) {
            throw new InvalidValueException("must be a time as in RFC 3339, such as 2026-01-31T12:00:00Z");
        }
    }

    /** Adds a fault that only shows when several parameters are looked at together. */
    public void refuse(String name, String detail) {
        violations.add(name, "invalid_value", detail);
    }

    /** Throws when a parameter has a fault. */
    public void finish() {
        for (String name : query.names()) {
            if (!known.contains(name)) {
                String choice = known.isEmpty() ? "there are none" : "known are " + String.join(", ", known);
                violations.add(
                        name,
                        "unknown_parameter",
                        "is not known here; %s.%s".formatted(choice, Suggestions.didYouMean(name, known)));
            }
        }
        violations.throwIfAny();
    }

    /** All parameters with their values, the same in whatever order they came. */
    public String identity() {
        return Paging.parameters(query, Set.of());
    }

    private List<String> values(String name) {
        known.add(name);
        return query.contains(name) ? query.all(name) : List.of();
    }
}
