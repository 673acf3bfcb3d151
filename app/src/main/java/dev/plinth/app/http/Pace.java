package dev.plinth.app.http;

import java.time.Duration;

/** How slowly a body may pass, whether it is being read or written. */
final class Pace {
    private static final Duration TIME = Duration.ofSeconds(20);
    private static final int BYTES_A_SECOND_MIN = 16 * 1024;

    /** What a body may have taken until so much of it has passed. */
    static Duration allowed(long bytes) {
        return TIME.plusSeconds(bytes / BYTES_A_SECOND_MIN);
    }

    private Pace() {}
}
