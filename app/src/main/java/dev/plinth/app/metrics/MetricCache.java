package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;

/** Answers about metrics that are kept close at hand. */
public interface MetricCache {
    /** From now on no answer is given any more that was made before; {@code extent} is what the change is seen in. */
    void forget(MetricId id, MetricStore.Extent extent);
}
