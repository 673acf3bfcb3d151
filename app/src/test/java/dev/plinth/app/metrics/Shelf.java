package dev.plinth.app.metrics;

import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.InvalidFieldException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.work.Transactions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Keeps metrics in this process, for one thread, and undoes what fails; it lists without filters. */
public final class Shelf implements MetricStore, VersionStore, Transactions, KnownDomains {
    private static final Instant TIME = Instant.parse("2026-01-31T12:00:00Z");

    private final Map<MetricId, UUID> names = new HashMap<>();
    private final Map<UUID, Metric> drafts = new HashMap<>();
    private final Map<UUID, MetricContent> published = new HashMap<>();
    private final Map<UUID, List<MetricVersion>> versions = new HashMap<>();

    @Override
    public void require(String pointer, DomainId id) {
        if (!Set.of("finance", "sales").contains(id.value())) {
            throw new InvalidFieldException(pointer, "must be there");
        }
    }

    @Override
    public Optional<Metric> insert(MetricContent content) {
        var uid = UUID.randomUUID();
        if (names.putIfAbsent(content.id(), uid) != null) {
            return Optional.empty();
        }
        var metric = new Metric(uid, content, new Standing.Draft(), new Edition(false, 1, TIME), 1, TIME);
        drafts.put(uid, metric);
        return Optional.of(metric);
    }

    @Override
    public Optional<Metric> find(MetricId id, View view) {
        Optional<Metric> draft = Optional.ofNullable(names.get(id)).map(drafts::get);
        Optional<Metric> shown = draft.filter(metric -> published.containsKey(metric.uid()))
                .map(metric -> metric.with(
                        published.getOrDefault(metric.uid(), metric.content()).called(metric.id())));
        return switch (view) {
            case DRAFT -> draft;
            case PUBLISHED -> shown;
            case CURRENT -> shown.or(() -> draft);
        };
    }

    @Override
    public Optional<Metric> lock(MetricId id) {
        return find(id, View.DRAFT);
    }

    @Override
    public boolean reserve(UUID uid, MetricId id) {
        return names.computeIfAbsent(id, free -> uid).equals(uid);
    }

    @Override
    public Metric keep(Metric metric, Extent extent) {
        long revision = metric.revision() + 1;
        var kept = new Metric(
                metric.uid(),
                metric.content(),
                metric.standing(),
                new Edition(false, revision, TIME),
                revision,
                metric.createdAt());
        drafts.put(kept.uid(), kept);
        return kept;
    }

    @Override
    public void publish(UUID uid, MetricVersion version) {
        published.put(uid, version.content());
        var newestFirst = new ArrayList<>(List.of(version));
        newestFirst.addAll(versions.getOrDefault(uid, List.of()));
        versions.put(uid, List.copyOf(newestFirst));
    }

    @Override
    public List<Metric> list(MetricQuery query, Position position) {
        return drafts.values().stream()
                .sorted(Comparator.comparing(metric -> metric.id().value()))
                .limit(position.limit())
                .toList();
    }

    @Override
    public long count(MetricQuery query) {
        return drafts.size();
    }

    @Override
    public List<MetricVersion> list(Metric metric, Optional<Version> before, int limit) {
        return versions.getOrDefault(metric.uid(), List.of()).stream()
                .filter(version -> before.isEmpty() || version.number().compareTo(before.get()) < 0)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<MetricVersion> find(Metric metric, Version version) {
        return versions.getOrDefault(metric.uid(), List.of()).stream()
                .filter(kept -> kept.number().equals(version))
                .findFirst();
    }

    @Override
    public <T> T within(Supplier<T> work) {
        return attempt(work);
    }

    @Override
    public <T> T attempt(Supplier<T> work) {
        Runnable undo = undo();
        try {
            return work.get();
        } catch (RuntimeException failure) {
            undo.run();
            throw failure;
        }
    }

    @Override
    public <T> T undone(Supplier<T> work) {
        Runnable undo = undo();
        try {
            return work.get();
        } finally {
            undo.run();
        }
    }

    @Override
    public void afterwards(Runnable action) {
        action.run();
    }

    /** Puts back what is here now. */
    private Runnable undo() {
        List<Runnable> steps = List.of(undo(names), undo(drafts), undo(published), undo(versions));
        return () -> steps.forEach(Runnable::run);
    }

    private static <K, V> Runnable undo(Map<K, V> map) {
        Map<K, V> before = Map.copyOf(map);
        return () -> {
            map.clear();
            map.putAll(before);
        };
    }
}
