package dev.plinth.app.metrics;

/** When metrics were made or last changed; neither bound is part of the time. */
public enum TimeBound {
    CREATED_AFTER,
    CREATED_BEFORE,
    UPDATED_AFTER,
    UPDATED_BEFORE
}
