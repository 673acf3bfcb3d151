package dev.plinth.app.metrics;

/** What a metric can lack that it should have. */
public enum Gap {
    OWNER,
    TARGET,
    SOURCE
}
