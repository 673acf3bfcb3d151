package dev.plinth.ops.release;

import java.time.Duration;
import java.time.Instant;

/** The time, and waiting; tests wait for nothing. */
public interface Pace {
    Instant now();

    /** Waits, and fails when a stop is asked for meanwhile. */
    void pause(Duration duration);
}
