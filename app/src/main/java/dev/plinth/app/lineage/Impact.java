package dev.plinth.app.lineage;

import dev.plinth.app.consumers.Consumer;
import dev.plinth.app.metrics.ChangeClass;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is hit by a change of a metric: it and the metrics that derive from it, with how many relationships lie between,
 * and their consumers. {@code change} is the class of the change that is pending, if one is that the caller may know of.
 */
public record Impact(
        Optional<ChangeClass> change,
        List<MetricNode> metrics,
        Map<UUID, Integer> distances,
        List<Consumer> consumers,
        boolean truncated) {
    /** The same, for a change of this class. */
    Impact of(Optional<ChangeClass> pending) {
        return new Impact(pending, metrics, distances, consumers, truncated);
    }

    public Impact {
        metrics = List.copyOf(metrics);
        distances = Map.copyOf(distances);
        consumers = List.copyOf(consumers);
    }
}
