package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.UUID;

/**
 * A metric as it is kept: one of its contents, and what the library knows about it. {@code revision} counts all its
 * changes, those of other contents included.
 */
public record Metric(
        UUID uid, MetricContent content, Standing standing, Edition edition, long revision, Instant createdAt) {
    public MetricId id() {
        return content.id();
    }

    public DomainId domain() {
        return content.classification().domain();
    }

    public boolean isDeleted() {
        return standing instanceof Standing.Deleted;
    }

    Metric with(MetricContent other) {
        return new Metric(uid, other, standing, edition, revision, createdAt);
    }

    Metric with(Standing other) {
        return new Metric(uid, content, other, edition, revision, createdAt);
    }
}
