package dev.plinth.app.metrics;

/** Where a metric stands in its life. */
public enum MetricStatus {
    DRAFT,
    PUBLISHED,
    DEPRECATED,
    RETIRED
}
