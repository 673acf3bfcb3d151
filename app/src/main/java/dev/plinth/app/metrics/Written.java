package dev.plinth.app.metrics;

/** A metric as it is kept now, and whether it was not there before. */
public record Written(Metric metric, boolean created) {}
