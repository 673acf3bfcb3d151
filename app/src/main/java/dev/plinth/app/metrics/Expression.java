package dev.plinth.app.metrics;

/** How to compute the metric, in one dialect. */
public record Expression(Dialect dialect, Prose text) {}
