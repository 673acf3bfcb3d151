package dev.plinth.app.metrics;

/** How a metric's value comes about. */
public enum CalculationType {
    SIMPLE,
    RATIO,
    CUMULATIVE,
    DERIVED,
    CONVERSION
}
