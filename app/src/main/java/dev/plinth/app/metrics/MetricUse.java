package dev.plinth.app.metrics;

import java.util.List;

/** Who uses metrics. */
public interface MetricUse {
    /** The names of those who use the metric now. */
    List<String> activeConsumers(Metric metric);
}
