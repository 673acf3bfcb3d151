package dev.plinth.app.metrics;

import dev.plinth.app.values.Label;

/** What a metric's values are: their unit, which way is good, how they add up, and for which times they are there. */
public record Measure(Label unit, Direction direction, Aggregation aggregation, Grain grain) {}
