package dev.plinth.app.metrics;

import dev.plinth.app.values.IfMatch;
import dev.plinth.app.values.MetricId;

/** A metric that is to be changed, and the revisions of it that the client has seen. */
public record MetricAt(MetricId id, IfMatch seen) {}
