package dev.plinth.ops.report;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A time in which users were served badly; it has no end as long as it goes on. */
record Restoration(Instant begun, Optional<Instant> ended) {
    Optional<Duration> took() {
        return ended.map(end -> Duration.between(begun, end));
    }
}
