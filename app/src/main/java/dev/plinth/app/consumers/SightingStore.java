package dev.plinth.app.consumers;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where it is kept who was seen. */
public interface SightingStore {
    /** Keeps that they were seen at this time; the result are those that were not known before. */
    List<Consumer> see(Collection<Sighting> sightings, Instant at);

    /** Drops those that did not register and were not seen since; how many they were. */
    int forget(Instant since);
}
