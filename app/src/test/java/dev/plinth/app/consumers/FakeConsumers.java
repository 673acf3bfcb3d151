package dev.plinth.app.consumers;

import dev.plinth.app.metrics.Version;
import dev.plinth.app.values.MetricId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consumers of one metric in memory; its only published version is 1.0.0. */
public final class FakeConsumers implements ConsumerStore {
    private final List<Consumer> known;

    public FakeConsumers(List<Consumer> known) {
        this.known = new ArrayList<>(known);
    }

    @Override
    public Optional<Consumer> register(UUID metric, Usage usage, String author) {
        if (known.stream().anyMatch(one -> one.usage().consumer().equals(usage.consumer()))) {
            return Optional.empty();
        }
        var made = new Consumer(
                new UUID(9, known.size()),
                new MetricId("a.metric"),
                usage,
                Consumer.Origin.REGISTERED,
                author,
                new Consumer.Seen(Instant.EPOCH, Instant.EPOCH));
        known.add(made);
        return Optional.of(made);
    }

    @Override
    public Optional<Consumer> find(UUID metric, UUID uid) {
        return known.stream().filter(one -> one.uid().equals(uid)).findFirst();
    }

    @Override
    public void delete(UUID uid) {
        known.removeIf(one -> one.uid().equals(uid));
    }

    @Override
    public List<Consumer> list(UUID metric, UUID after, int limit) {
        return known.stream().limit(limit).toList();
    }

    @Override
    public List<Consumer> of(Collection<UUID> metrics, int limit) {
        return known.stream().limit(limit).toList();
    }

    @Override
    public boolean isPublished(UUID metric, Version version) {
        return version.equals(Version.FIRST);
    }
}
