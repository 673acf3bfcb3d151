package dev.plinth.app.metrics;

import java.time.Instant;

/**
 * Which content of a metric this is, and at which revision of the metric it was last changed: a published one stays as
 * it is while its draft is worked on.
 */
public record Edition(boolean published, long revision, Instant updatedAt) {}
