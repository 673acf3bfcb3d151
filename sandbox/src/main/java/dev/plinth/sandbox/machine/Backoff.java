package dev.plinth.sandbox.machine;

import java.time.Duration;
import java.time.Instant;

/** How often a machine died young, and when it may be started again. */
record Backoff(int deaths, Instant startedAt, Instant retryAt) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(30);
    /** A process that lived this long did not die of how it was started. */
    private static final Duration STABLE = Duration.ofSeconds(30);

    private static final int CRASH_LOOP_DEATHS = 4;

    static Backoff started(Instant now) {
        return new Backoff(0, now, now);
    }

    Backoff startedAgain(Instant now) {
        return new Backoff(deaths, now, now);
    }

    Backoff died(Instant now) {
        int count = startedAt.plus(STABLE).isBefore(now) ? 1 : deaths + 1;
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(count - 1, 10));
        return new Backoff(count, startedAt, now.plus(pause.compareTo(PAUSE_MAX) < 0 ? pause : PAUSE_MAX));
    }

    boolean mayStart(Instant now) {
        return !now.isBefore(retryAt);
    }

    boolean crashLoop() {
        return deaths >= CRASH_LOOP_DEATHS;
    }
}
