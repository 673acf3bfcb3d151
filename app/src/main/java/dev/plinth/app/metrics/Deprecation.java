package dev.plinth.app.metrics;

import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;
import java.time.Instant;
import java.util.Optional;

/** Why a metric should not be used any more, until when it is kept up, and what takes its place. */
public record Deprecation(Instant since, Prose reason, Instant sunset, Optional<MetricId> replacement) {}
