package dev.plinth.app.postgres;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A bulkhead: lets so many callers in as there are connections, in the order in which they came, and lets a bounded
 * number of others wait for a bounded time. Waiting here costs a virtual thread next to nothing, and leaves the pool
 * without a queue. Safe for use by many threads.
 */
final class Turns {
    private final Semaphore free;
    private final int waitingMax;
    private final Duration waitMax;
    private final AtomicInteger waiting = new AtomicInteger();

    Turns(int places, int waitingMax, Duration waitMax) {
        this.free = new Semaphore(places, true);
        this.waitingMax = waitingMax;
        this.waitMax = waitMax;
    }

    /** Returns when it is the caller's turn, which it must {@link #end}; throws when it would have to wait too long. */
    void begin() throws BusyException {
        if (free.tryAcquire()) {
            return;
        }
        if (waiting.incrementAndGet() > waitingMax) {
            waiting.decrementAndGet();
            throw new BusyException("%d callers wait for a connection already".formatted(waitingMax));
        }
        try {
            if (!free.tryAcquire(waitMax.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new BusyException("No connection became free within %s".formatted(waitMax));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new BusyException("Interrupted while waiting for a connection");
        } finally {
            waiting.decrementAndGet();
        }
    }

    void end() {
        free.release();
    }

    int waiting() {
        return waiting.get();
    }
}
