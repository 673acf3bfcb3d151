package dev.plinth.checks.faults.load;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

/** Requests that come by the clock: none waits for the answer to another, and what is late is not left out. */
final class Arrivals {
    private static final long NANOS_A_SECOND = Duration.ofSeconds(1).toNanos();

    private final long intervalNanos;
    private final Traffic traffic;
    private final Tally tally;
    private volatile boolean open = true;

    Arrivals(int ratePerSecond, Traffic traffic, Tally tally) {
        this.intervalNanos = NANOS_A_SECOND / ratePerSecond;
        this.traffic = traffic;
        this.tally = tally;
    }

    /** Sends until it is told to end, and returns when the last answer is there. */
    void run() {
        var begin = System.nanoTime();
        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var number = 0L; open; number++) {
                var due = number * intervalNanos;
                waitUntil(begin + due);
                var own = number;
                senders.execute(() -> {
                    var failure = traffic.send(own);
                    tally.add(new Answer(due, System.nanoTime() - begin - due, failure));
                });
            }
        }
    }

    void end() {
        open = false;
    }

    private static void waitUntil(long nanos) {
        for (var left = nanos - System.nanoTime(); left > 0; left = nanos - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
