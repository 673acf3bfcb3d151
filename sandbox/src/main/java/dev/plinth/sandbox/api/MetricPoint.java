package dev.plinth.sandbox.api;

import java.time.Instant;

/** The value of a metric in the period that starts at that moment. */
record MetricPoint(Instant start, double value) {}
