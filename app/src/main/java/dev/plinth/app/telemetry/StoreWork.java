package dev.plinth.app.telemetry;

import java.time.Duration;
import java.time.Instant;

/** One thing that a store has done; its name tells what was done, never with which values. */
public record StoreWork(String name, Instant begin, Instant end, boolean failed) {
    Duration duration() {
        return Duration.between(begin, end);
    }
}
