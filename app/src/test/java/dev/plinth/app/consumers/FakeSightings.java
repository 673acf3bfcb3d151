package dev.plinth.app.consumers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Remembers what it was told; all of {@code newcomers} are new to it each time. */
final class FakeSightings implements SightingStore {
    private final List<Consumer> newcomers;
    private final List<Collection<Sighting>> batches = new ArrayList<>();
    private Instant forgotten = Instant.MIN;
    private boolean failing;

    FakeSightings(List<Consumer> newcomers) {
        this.newcomers = List.copyOf(newcomers);
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
    public List<Consumer> see(Collection<Sighting> sightings, Instant at) {
        if (failing) {
            throw new IllegalStateException("The store is away");
        }
        batches.add(List.copyOf(sightings));
        return newcomers;
    }

    @Override
    public int forget(Instant since) {
        forgotten = since;
        return 0;
    }
}
