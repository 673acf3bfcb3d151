package dev.plinth.app;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.metrics.MetricStore;
import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** Remembers the last metric and no other: enough for a rehearsal, which has no database. */
final class RehearsalStore implements MetricStore {
    private final AtomicReference<Optional<Metric>> last = new AtomicReference<>(Optional.empty());

    @Override
    public Optional<Metric> insert(MetricContent content) {
        var metric =
                Optional.of(new Metric(new UUID(0, 0), content, MetricStatus.DRAFT, 1, Instant.EPOCH, Instant.EPOCH));
        last.set(metric);
        return metric;
    }

    @Override
    public Optional<Metric> find(MetricId id) {
        return last.get().filter(metric -> metric.id().equals(id));
    }

    @Override
    public List<Metric> list(MetricQuery query) {
        return last.get().stream().toList();
    }
}
