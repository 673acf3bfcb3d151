package dev.plinth.app.consumers;

import dev.plinth.app.metrics.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Consumers in memory, as far as reading and sightings go. */
public final class FakeConsumers implements ConsumerStore {
    private final List<Consumer> known;
    private final List<Collection<Sighting>> batches = new ArrayList<>();
    private Instant forgotten = Instant.MIN;
    private boolean failing;

    public FakeConsumers(List<Consumer> known) {
        this.known = List.copyOf(known);
    }

    List<Collection<Sighting>> batches() {
        return List.copyOf(batches);
    }

    Instant forgotten() {
        return forgotten;
    }

    void fail(boolean fails) {
        failing = fails;
    }

    @Override
    public Optional<Consumer> register(UUID metric, Usage usage, String author) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Consumer> find(UUID metric, UUID uid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void delete(UUID uid) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Consumer> list(UUID metric, UUID after, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Consumer> of(Collection<UUID> metrics, int limit) {
        return known.stream().limit(limit).toList();
    }

    @Override
    public boolean isPublished(UUID metric, Version version) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Consumer> see(Collection<Sighting> sightings, Instant at) {
        if (failing) {
            throw new IllegalStateException("The store is away");
        }
        batches.add(List.copyOf(sightings));
        return known;
    }

    @Override
    public int forget(Instant since) {
        forgotten = since;
        return 0;
    }
}
