package dev.plinth.app.metrics;

import dev.plinth.app.values.Prose;

/** How to compute the metric, in one dialect. */
public record Expression(Dialect dialect, Prose text) {}
