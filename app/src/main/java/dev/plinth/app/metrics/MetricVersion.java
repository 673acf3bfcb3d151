package dev.plinth.app.metrics;

import dev.plinth.app.values.Prose;
import java.time.Instant;

/** A version as it was published; {@code author} is the id of the principal who did it. */
public record MetricVersion(
        Version number, ChangeClass change, MetricContent content, Prose reason, String author, Instant publishedAt) {}
