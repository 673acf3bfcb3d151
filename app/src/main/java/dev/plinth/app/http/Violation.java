package dev.plinth.app.http;

import java.util.Locale;

/**
 * One fault of a request: where it is, a stable code, and a sentence without its subject: what was expected and
 * found.
 */
public record Violation(Place place, String location, String code, String detail) {
    /** What {@code location} is: a JSON pointer into the body, or the name of a query parameter or header. */
    public enum Place {
        POINTER,
        PARAMETER,
        HEADER;

        String field() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
