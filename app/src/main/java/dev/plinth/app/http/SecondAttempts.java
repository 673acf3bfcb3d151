package dev.plinth.app.http;

import dev.plinth.app.values.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Tries once more what failed for a moment. One call in ten may be tried again: more would only add to the load of a
 * database that is in trouble. Safe for use by many threads.
 */
final class SecondAttempts {
    private static final int EARNED = 1;
    private static final int PRICE = 10;
    private static final int SAVED_MAX = 100;
    private static final int PAUSE_MS_MIN = 10;
    private static final int PAUSE_MS_MAX = 60;

    private final AtomicInteger savings = new AtomicInteger(SAVED_MAX);

    <T> T of(Supplier<T> read) {
        savings.updateAndGet(saved -> Math.min(SAVED_MAX, saved + EARNED));
        try {
            return read.get();
        } catch (StoreUnavailableException lost) {
            if (lost.isMomentary() && isAffordable()) {
                return again(read, lost);
            }
            throw lost;
        }
    }

    private boolean isAffordable() {
        return savings.getAndUpdate(saved -> saved >= PRICE ? saved - PRICE : saved) >= PRICE;
    }

    private static <T> T again(Supplier<T> read, StoreUnavailableException first) {
        try {
            // Not all at once: the others have lost their connections too.
            Thread.sleep(RandomGenerator.getDefault().nextInt(PAUSE_MS_MIN, PAUSE_MS_MAX));
            return read.get();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw first;
        } catch (StoreUnavailableException second) {
            second.addSuppressed(first);
            throw second;
        }
    }
}
