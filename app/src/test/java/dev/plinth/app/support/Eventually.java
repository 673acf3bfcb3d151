package dev.plinth.app.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;

/** Waits for what other threads or processes bring about. */
public final class Eventually {
    private static final Duration PAUSE = Duration.ofMillis(50);

    /** Fails with what was found last when that is not what is expected in time. */
    public static <T> void becomes(T expected, Duration time, Callable<T> found) throws Exception {
        long begin = System.nanoTime();
        T last = found.call();
        while (!last.equals(expected) && System.nanoTime() - begin < time.toNanos()) {
            Thread.sleep(PAUSE);
            last = found.call();
        }
        assertThat(last).as("after " + time).isEqualTo(expected);
    }

    private Eventually() {}
}
