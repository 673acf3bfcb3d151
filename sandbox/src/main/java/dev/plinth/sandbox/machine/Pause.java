package dev.plinth.sandbox.machine;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting, with an end. */
public final class Pause {
    private static final Duration STEP = Duration.ofMillis(20);

    private Pause() {}

    public static void of(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while waiting", e);
        }
    }

    /** Waits until the condition holds; false when it did not within the time. */
    public static boolean until(Duration timeout, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(timeout);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                return false;
            }
            of(STEP);
        }
        return true;
    }
}
