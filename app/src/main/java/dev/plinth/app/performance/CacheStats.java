package dev.plinth.app.performance;

import java.util.Map;
import java.util.Optional;

/** How often one cache was asked since the start, by what came of it: hit, miss, stale, bypass. */
public record CacheStats(String cache, Map<String, Long> requests) {
    public CacheStats {
        requests = Map.copyOf(requests);
    }

    /** Hits among all that the cache was asked for and could answer; empty when it never was. */
    public Optional<Double> hitRatio() {
        double hits = requests.getOrDefault("hit", 0L);
        double asked = hits + requests.getOrDefault("miss", 0L);
        return asked > 0 ? Optional.of(hits / asked) : Optional.empty();
    }
}
