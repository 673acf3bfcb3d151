package dev.plinth.app.metrics;

/** How the values of several rows become one. */
public enum Aggregation {
    SUM,
    MIN,
    MAX,
    COUNT,
    COUNT_DISTINCT,
    AVG,
    MEDIAN,
    PERCENTILE,
    NONE
}
