package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;

/** Metrics close at hand. It never fails: when it cannot answer in time it says {@link Answer.Bypass}. */
public interface MetricCache {
    Answer find(MetricId id);

    /** Keeps the metric for a while, if that is possible; does not wait for it. */
    void keep(Metric metric);

    /** What the cache knows. */
    sealed interface Answer {
        /** It has the metric. */
        record Hit(Metric metric) implements Answer {}

        /** It works but does not have the metric. */
        record Miss() implements Answer {}

        /** It does not work now. */
        record Bypass() implements Answer {}
    }
}
