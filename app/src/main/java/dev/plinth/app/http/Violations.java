package dev.plinth.app.http;

import dev.plinth.app.values.InvalidValueException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Collects the faults of one request, so that all can be reported together. */
final class Violations {
    // A request with more is hopeless, and its answer should stay short.
    private static final int COUNT_MAX = 50;
    private static final int FOUND_LENGTH_MAX = 60;

    private final Violation.Place place;
    private final List<Violation> found = new ArrayList<>();

    Violations(Violation.Place place) {
        this.place = place;
    }

    void add(String location, String code, String detail) {
        if (found.size() < COUNT_MAX) {
            found.add(new Violation(place, location, code, detail));
        }
    }

    /** The value made, or empty and one fault more when the domain refuses to make it. */
    <T> Optional<T> checked(String location, Object value, Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (InvalidValueException refused) {
            add(location, "invalid_value", "%s, but is '%s'".formatted(refused.getMessage(), abbreviated(value)));
            return Optional.empty();
        }
    }

    /** Throws when any fault was found. */
    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new RefusedException(Problem.of(ProblemType.INVALID_REQUEST, found));
        }
    }

    private static String abbreviated(Object value) {
        String text = value.toString();
        int end = text.offsetByCodePoints(0, Math.min(FOUND_LENGTH_MAX, text.codePointCount(0, text.length())));
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
