package dev.plinth.ops.failover;

import java.time.Duration;
import java.util.Optional;

/** Tries without a pause to write to a store, and remembers for how long that did not work. */
final class Outage implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Probes.Probe probe;
    private final Thread thread = Thread.ofVirtual().unstarted(this::measure);
    private volatile boolean closed;
    private volatile boolean writes;
    private volatile boolean everWrote;
    private volatile Duration longest = Duration.ZERO;

    private Outage(Probes.Probe probe) {
        this.probe = probe;
    }

    /** Tries once before this returns, so that it is known whether the store can be reached from here at all. */
    static Outage watch(Probes.Probe probe) {
        var outage = new Outage(probe);
        outage.writes = probe.writes();
        outage.everWrote = outage.writes;
        outage.thread.start();
        return outage;
    }

    /** Tells whether a write has worked since this began. */
    boolean everWrote() {
        return everWrote;
    }

    /** Tells whether the last write worked. */
    boolean writes() {
        return writes;
    }

    /** The longest time from one write that worked to the next, with at least one between them that did not. */
    Optional<Duration> longest() {
        return Optional.of(longest).filter(duration -> !duration.isZero());
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void measure() {
        var lastWrite = System.nanoTime();
        try {
            while (!closed) {
                Thread.sleep(PAUSE);
                var worked = probe.writes();
                if (worked) {
                    var now = System.nanoTime();
                    if (!writes && everWrote && now - lastWrite > longest.toNanos()) {
                        longest = Duration.ofNanos(now - lastWrite);
                    }
                    lastWrite = now;
                    everWrote = true;
                }
                writes = worked;
            }
        } catch (InterruptedException e) {
            // Closed: what was measured is measured.
            Thread.currentThread().interrupt();
        }
    }
}
