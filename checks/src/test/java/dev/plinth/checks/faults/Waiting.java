package dev.plinth.checks.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;

/** Waits for what comes by itself. */
final class Waiting {
    private static final Duration RECOVERY_MAX = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private Waiting() {}

    /** Returns as soon as it is there; fails when that takes longer than any recovery may. */
    static void until(String what, Callable<Boolean> isThere) throws Exception {
        var deadline = Instant.now().plus(RECOVERY_MAX);
        while (!isThere.call()) {
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("waited for %s, in vain for %s".formatted(what, RECOVERY_MAX));
            }
            Thread.sleep(PAUSE);
        }
    }
}
