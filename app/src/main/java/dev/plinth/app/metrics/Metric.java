package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.UUID;

/** A metric as it is kept: what people wrote, and what the library knows about it. */
public record Metric(
        UUID uid, MetricContent content, MetricStatus status, long revision, Instant createdAt, Instant updatedAt) {
    public MetricId id() {
        return content.id();
    }
}
