package dev.plinth.app.telemetry;

import java.time.Duration;

/** How often something was done, how often it failed, how long it took in all and how long for the slowest of many. */
public record Summary(long count, long errors, Duration total, Duration p50, Duration p95, Duration p99) {
    /** It was never done. */
    public static final Summary NONE = new Latencies().summary();
}
