package dev.plinth.sandbox.machine;

import java.time.Duration;
import java.util.List;

/**
 * How a machine process is asked to end, and how long it may take before it is killed.
 *
 * @param first a command that runs beforehand, empty for none; its time is part of the grace
 */
public record StopRule(Signal signal, Duration grace, List<String> first) {
    public StopRule {
        first = List.copyOf(first);
    }

    public StopRule(Signal signal, Duration grace) {
        this(signal, grace, List.of());
    }

    /** The signals that ask a process to end. */
    public enum Signal {
        TERM,
        /** PostgreSQL's fast shutdown: TERM would wait for every client to leave. */
        INT
    }

    public static StopRule terminate(Duration grace) {
        return new StopRule(Signal.TERM, grace);
    }
}
