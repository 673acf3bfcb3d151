package dev.plinth.sandbox.machine;

import java.time.Duration;

/** How a machine process is asked to end, and how long it may take before it is killed. */
public record StopRule(Signal signal, Duration grace) {
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
