package dev.plinth.app.http;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Cuts off clients that keep a thread waiting for longer than they may: the thread is interrupted, which closes the
 * connection that it waits for. Safe for use by many threads.
 */
final class Patience implements AutoCloseable {
    /** From the request line to the end of the headers. */
    static final Duration HEADERS = Duration.ofSeconds(10);

    /** Between two pieces of a body, whether it is being read or written. */
    static final Duration PIECE = Duration.ofSeconds(20);

    /** From the headers to the end of an answer that is sent at once. */
    static final Duration REQUEST = Duration.ofSeconds(60);

    private static final Duration SWEEP = Duration.ofMillis(250);

    private final ConcurrentMap<Thread, Long> deadlines = new ConcurrentHashMap<>();
    private final Thread sweeper = Thread.ofVirtual().name("patience").start(this::sweep);

    /** From now on this thread has so much time, however much it had before. */
    void begin(Duration most) {
        deadlines.put(Thread.currentThread(), System.nanoTime() + most.toNanos());
    }

    /** This thread has all the time again, and is not interrupted any more. */
    void end() {
        deadlines.remove(Thread.currentThread());
    }

    private void sweep() {
        try {
            while (true) {
                Thread.sleep(SWEEP);
                deadlines.keySet().forEach(this::check);
            }
        } catch (InterruptedException closing) {
            deadlines.clear();
        }
    }

    /** In one step with {@link #end}, so that no thread is interrupted after it. */
    private void check(Thread waiting) {
        deadlines.computeIfPresent(waiting, (thread, deadline) -> {
            if (System.nanoTime() - deadline < 0) {
                return deadline;
            }
            thread.interrupt();
            return null;
        });
    }

    @Override
    public void close() {
        sweeper.interrupt();
    }
}
