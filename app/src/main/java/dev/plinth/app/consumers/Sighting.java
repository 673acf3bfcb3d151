package dev.plinth.app.consumers;

import dev.plinth.app.values.MetricId;

/** Somebody who said their name read a metric. */
public record Sighting(MetricId metric, ConsumerName consumer) {}
