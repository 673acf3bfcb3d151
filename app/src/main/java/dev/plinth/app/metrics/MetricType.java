package dev.plinth.app.metrics;

/** When a metric speaks: before the outcome, after it, or about the running of things. */
public enum MetricType {
    LEADING,
    LAGGING,
    OPERATIONAL
}
