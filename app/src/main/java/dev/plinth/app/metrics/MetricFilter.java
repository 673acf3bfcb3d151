package dev.plinth.app.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Which metrics are wanted: those that match every trait, lack every gap and keep every bound that is named. */
public record MetricFilter(Map<Trait, Set<String>> traits, Set<Gap> missing, Map<TimeBound, Instant> times) {
    public static final MetricFilter ALL = new MetricFilter(Map.of(), Set.of(), Map.of());

    public MetricFilter {
        traits = Map.copyOf(traits);
        missing = Set.copyOf(missing);
        times = Map.copyOf(times);
    }
}
