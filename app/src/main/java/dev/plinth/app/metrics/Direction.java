package dev.plinth.app.metrics;

/** Which way of a metric's value is the good one. */
public enum Direction {
    UP,
    DOWN,
    NEUTRAL
}
