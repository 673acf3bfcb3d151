package dev.plinth.app.metrics;

/** One of the things that a list is sorted by. */
public record SortKey(SortField field, boolean descending) {}
