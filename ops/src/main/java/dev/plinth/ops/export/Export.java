package dev.plinth.ops.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * An export in the bucket.
 *
 * @param isWhole whether its manifest is there
 * @param proven whether it could be restored, if that was ever tried
 */
record Export(String id, Instant taken, boolean isWhole, Optional<Boolean> proven) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** The name of an export: {@code <time>-<schema version>}. */
    static String id(Instant taken, String schemaVersion) {
        return TIME.format(taken) + "-" + schemaVersion;
    }

    /** The time in a name; nothing when it is the name of something else. */
    static Optional<Instant> timeIn(String id) {
        try {
            return Optional.of(Instant.from(TIME.parse(id.substring(0, Math.max(0, id.indexOf('-'))))));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    boolean isGood() {
        return isWhole && proven.orElse(true);
    }
}
