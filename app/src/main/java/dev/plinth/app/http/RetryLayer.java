package dev.plinth.app.http;

import dev.plinth.app.values.StoreUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * Repeats a read once that met a lost connection, for example at a failover. One read in ten may be repeated: more would
 * only add to the load of a database that is in trouble.
 */
public final class RetryLayer implements Layer {
    private static final int EARNED = 1;
    private static final int PRICE = 10;
    private static final int SAVED_MAX = 100;
    private static final int PAUSE_MS_MIN = 10;
    private static final int PAUSE_MS_MAX = 60;

    private final AtomicInteger savings = new AtomicInteger(SAVED_MAX);

    @Override
    public Reply around(Call call, Endpoint next) {
        if (call.operation().effect() != Effect.NONE) {
            return next.handle(call);
        }
        savings.updateAndGet(saved -> Math.min(SAVED_MAX, saved + EARNED));
        try {
            return next.handle(call);
        } catch (StoreUnavailableException lost) {
            if (lost.isMomentary() && isAffordable()) {
                return again(call, next, lost);
            }
            throw lost;
        }
    }

    private boolean isAffordable() {
        return savings.getAndUpdate(saved -> saved >= PRICE ? saved - PRICE : saved) >= PRICE;
    }

    private static Reply again(Call call, Endpoint next, StoreUnavailableException first) {
        try {
            // Not all at once: the others have lost their connections too.
            Thread.sleep(RandomGenerator.getDefault().nextInt(PAUSE_MS_MIN, PAUSE_MS_MAX));
            return next.handle(call);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw first;
        } catch (StoreUnavailableException second) {
            second.addSuppressed(first);
            throw second;
        }
    }
}
