package dev.plinth.checks;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who asks the API again and again, and counts what is no good answer. */
final class Visitor implements AutoCloseable {
    /** With what a release asks itself this stays below what an address may ask in a minute. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong asked = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    Visitor(Api api) {
        this.thread = Thread.ofPlatform().daemon().start(() -> visit(api));
    }

    long failed() {
        if (asked.get() == 0) {
            throw new IllegalStateException("nobody asked anything");
        }
        return failed.get();
    }

    @Override
    public void close() {
        ended = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void visit(Api api) {
        while (!ended) {
            asked.incrementAndGet();
            try {
                if (api.get("/api/v1/version").statusCode() != 200) {
                    failed.incrementAndGet();
                }
                Thread.sleep(PAUSE);
            } catch (UncheckedIOException e) {
                failed.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
