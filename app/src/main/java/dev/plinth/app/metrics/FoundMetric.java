package dev.plinth.app.metrics;

/** A metric, and where it came from. */
public record FoundMetric(Metric metric, CacheUse cacheUse) {}
