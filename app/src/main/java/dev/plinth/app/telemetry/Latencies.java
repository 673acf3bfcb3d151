package dev.plinth.app.telemetry;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;

/**
 * How long many things of one kind took. Percentiles are right to a fifth, since only counts are kept: of things that
 * took up to 10 microseconds, up to 12, and so on by steps of a fifth up to two minutes. Safe for many threads.
 */
final class Latencies {
    private static final double FIRST_NANOS = 10_000;
    private static final double STEP = 1.2;
    private static final int STEPS = 90;

    private final AtomicLongArray counts = new AtomicLongArray(STEPS);
    private final LongAdder errors = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    void add(long took, boolean failed) {
        counts.incrementAndGet(step(took));
        nanos.add(took);
        if (failed) {
            errors.increment();
        }
    }

    void addTo(Latencies other) {
        for (int step = 0; step < STEPS; step++) {
            other.counts.addAndGet(step, counts.get(step));
        }
        other.errors.add(errors.sum());
        other.nanos.add(nanos.sum());
    }

    Summary summary() {
        long[] now = new long[STEPS];
        long total = 0;
        for (int step = 0; step < STEPS; step++) {
            now[step] = counts.get(step);
            total += now[step];
        }
        return new Summary(
                total,
                errors.sum(),
                Duration.ofNanos(nanos.sum()),
                percentile(now, total * 0.5),
                percentile(now, total * 0.95),
                percentile(now, total * 0.99));
    }

    private static int step(long took) {
        if (took <= FIRST_NANOS) {
            return 0;
        }
        return Math.min(STEPS - 1, (int) Math.ceil(Math.log(took / FIRST_NANOS) / Math.log(STEP)));
    }

    private static Duration percentile(long[] counts, double rank) {
        long seen = 0;
        for (int step = 0; step < STEPS; step++) {
            seen += counts[step];
            if (seen > 0 && seen >= rank) {
                return Duration.ofNanos((long) (FIRST_NANOS * Math.pow(STEP, step)));
            }
        }
        return Duration.ZERO;
    }
}
