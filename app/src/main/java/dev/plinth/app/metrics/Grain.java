package dev.plinth.app.metrics;

/** The shortest time that the metric has a value for. */
public enum Grain {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    QUARTER,
    YEAR
}
