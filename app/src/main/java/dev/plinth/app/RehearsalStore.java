package dev.plinth.app;

import dev.plinth.app.metrics.Edition;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricContent;
import dev.plinth.app.metrics.MetricJournal;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricStore;
import dev.plinth.app.metrics.MetricVersion;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.Revisions;
import dev.plinth.app.metrics.Standing;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.work.Transactions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** Remembers the last metric and no other: enough for a rehearsal, which has no database. */
final class RehearsalStore implements MetricStore, Transactions {
    private static final UUID UID = new UUID(0, 0);

    private final AtomicReference<Optional<Metric>> last = new AtomicReference<>(Optional.empty());

    /** Metrics that are kept nowhere. */
    static Metrics metrics() {
        var store = new RehearsalStore();
        var journal = new MetricJournal((actor, change) -> {}, store, (id, extent) -> {});
        return new Metrics(store, (pointer, domain) -> {}, new Revisions(store, journal, store), journal);
    }

    @Override
    public Optional<Metric> insert(MetricContent content) {
        var edition = new Edition(false, 1, Instant.EPOCH);
        last.set(Optional.of(new Metric(UID, content, new Standing.Draft(), edition, 1, Instant.EPOCH)));
        return last.get();
    }

    @Override
    public Optional<Metric> find(MetricId id, View view) {
        return last.get().filter(metric -> metric.id().equals(id));
    }

    @Override
    public Optional<Metric> lock(MetricId id) {
        return find(id, View.DRAFT);
    }

    @Override
    public boolean reserve(UUID uid, MetricId id) {
        return true;
    }

    @Override
    public Metric keep(Metric metric, Extent extent) {
        last.set(Optional.of(metric));
        return metric;
    }

    @Override
    public void publish(UUID uid, MetricVersion version) {
        // Nothing asks for it afterwards.
    }

    @Override
    public List<Metric> list(MetricQuery query, Position position) {
        return last.get().stream().toList();
    }

    @Override
    public long count(MetricQuery query) {
        return last.get().stream().count();
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        return work.get();
    }

    @Override
    public <T> T undone(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void afterwards(Runnable action) {
        action.run();
    }
}
