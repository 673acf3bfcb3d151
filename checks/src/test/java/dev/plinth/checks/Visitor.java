package dev.plinth.checks;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who asks the API again and again, and keeps what is no good answer. */
final class Visitor implements AutoCloseable {
    /** With what a release asks itself this stays below what an address may ask in a minute. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final List<String> failures = new CopyOnWriteArrayList<>();
    private final AtomicLong asked = new AtomicLong();
    private final Thread thread;
    private volatile boolean ended;

    Visitor(Api api) {
        this.thread = Thread.ofPlatform().daemon().start(() -> visit(api));
    }

    /** What came instead of good answers, and when. */
    List<String> failures() {
        if (asked.get() == 0) {
            throw new IllegalStateException("nobody asked anything");
        }
        return List.copyOf(failures);
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
                var answer = api.get("/api/v1/version");
                if (answer.statusCode() != 200) {
                    failures.add("%s: %d %s".formatted(Instant.now(), answer.statusCode(), answer.body()));
                }
                Thread.sleep(PAUSE);
            } catch (UncheckedIOException e) {
                failures.add("%s: %s".formatted(Instant.now(), e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
