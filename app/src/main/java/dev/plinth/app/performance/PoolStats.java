package dev.plinth.app.performance;

/** How the connections to the database are used now, and how many callers wait for one. */
public record PoolStats(long active, long idle, long waiting, long max) {}
