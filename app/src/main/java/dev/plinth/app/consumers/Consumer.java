package dev.plinth.app.consumers;

import dev.plinth.app.values.MetricId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A use of a metric as it is kept; {@code author} is the id of the principal who registered it or was seen. */
public record Consumer(UUID uid, MetricId metric, Usage usage, Origin origin, String author, Seen seen) {
    /** How long a consumer that never registered counts as active after it was last seen. */
    public static final Duration ACTIVE_MAX = Duration.ofDays(30);

    /** How a consumer became known. */
    public enum Origin {
        REGISTERED,
        OBSERVED
    }

    /** When a consumer first and last read the metric; only as exact as the pause in which that is kept. */
    public record Seen(Instant first, Instant last) {}

    /** Whether it counts as using the metric: those who registered do so until they are removed. */
    public boolean isActive(Instant now) {
        return switch (origin) {
            case REGISTERED -> true;
            case OBSERVED -> seen.last().plus(ACTIVE_MAX).isAfter(now);
        };
    }
}
