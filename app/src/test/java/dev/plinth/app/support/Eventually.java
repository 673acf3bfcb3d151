package dev.plinth.app.support;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads or processes bring about. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Fails when the condition does not come true in time. */
    public static void within(Duration time, Callable<Boolean> condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.call()) {
            if (System.nanoTime() - begin > time.toNanos()) {
                throw new AssertionError("Did not come true within " + time);
            }
            Thread.sleep(PAUSE);
        }
    }

    private Eventually() {}
}
