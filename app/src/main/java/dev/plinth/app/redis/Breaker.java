package dev.plinth.app.redis;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Keeps callers off something that has failed several times in a row, and lets one of them try again after a pause.
 * Safe for use by many threads.
 */
final class Breaker {
    private static final long CLOSED = Long.MIN_VALUE;

    private final int failuresMax;
    private final long pauseNanos;
    private final LongSupplier nanoClock;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicLong openedAt = new AtomicLong(CLOSED);

    Breaker(int failuresMax, Duration pause, LongSupplier nanoClock) {
        this.failuresMax = failuresMax;
        this.pauseNanos = pause.toNanos();
        this.nanoClock = nanoClock;
    }

    /** Whether this caller may try; every caller that may must report how it went. */
    boolean admits() {
        long opened = openedAt.get();
        if (opened == CLOSED) {
            return true;
        }
        long now = nanoClock.getAsLong();
        // The one that moves the time forward is the one that tries; the others wait for another pause.
        return now - opened >= pauseNanos && openedAt.compareAndSet(opened, now);
    }

    boolean isClosed() {
        return openedAt.get() == CLOSED;
    }

    /** Returns whether this success ended an outage. */
    boolean succeeded() {
        failures.set(0);
        return openedAt.getAndSet(CLOSED) != CLOSED;
    }

    /** Returns whether this failure began an outage. */
    boolean failed() {
        return failures.incrementAndGet() >= failuresMax && openedAt.compareAndSet(CLOSED, nanoClock.getAsLong());
    }
}
