package dev.plinth.ops.recovery;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** What a copy's stack is called: after its source and the moment at which it was asked for. */
final class CopyName {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withZone(ZoneOffset.UTC);

    static String of(String source, Instant now) {
        return "%s-restore-%s".formatted(source, TIME.format(now));
    }

    private CopyName() {}
}
