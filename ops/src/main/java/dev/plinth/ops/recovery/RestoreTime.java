package dev.plinth.ops.recovery;

import dev.plinth.ops.Failure;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

/** The moment to restore to. */
public sealed interface RestoreTime {
    /** That second, with everything that was committed before it. */
    record At(Instant second) implements RestoreTime {
        public At {
            second = second.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public String toString() {
            return second.toString();
        }
    }

    /** As late as the log of the source goes. */
    record Latest() implements RestoreTime {
        @Override
        public String toString() {
            return "latest";
        }
    }

    /** Reads a time with its zone, or the word {@code latest}. */
    static RestoreTime parse(String text, Instant now) {
        if (text.equals("latest")) {
            return new Latest();
        }
        try {
            var time = OffsetDateTime.parse(text).toInstant();
            if (time.isAfter(now)) {
                throw Failure.usage("--to: %s has not come yet; it is %s".formatted(text, now));
            }
            return new At(time);
        } catch (DateTimeParseException e) {
            throw Failure.usage(
                    "--to: expected a time with its zone, or latest; found: " + text,
                    "for example: --to " + now.truncatedTo(ChronoUnit.SECONDS));
        }
    }
}
