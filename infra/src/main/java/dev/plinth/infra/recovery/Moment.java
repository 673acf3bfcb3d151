package dev.plinth.infra.recovery;

import dev.plinth.infra.config.Shape;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/** The moment that a copy is of. */
public sealed interface Moment {
    /** How the configuration writes a moment: a time in UTC, or {@code latest}. */
    Shape<Moment> SHAPE =
            new Shape<>("a time in UTC to the second, or latest", "2026-11-21T12:00:00Z", text -> parse(text));

    /** That second. */
    record At(Instant time) implements Moment {}

    /** As late as the source's log goes. */
    record Latest() implements Moment {}

    private static Moment parse(String text) {
        if (text.equals("latest")) {
            return new Latest();
        }
        try {
            return new At(Instant.parse(text));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
