package dev.plinth.app.metrics;

/** The time that a target is set for. */
public enum TargetPeriod {
    MONTH,
    QUARTER,
    YEAR
}
