package dev.plinth.app.metrics;

import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.Prose;

/** What people write about a metric. */
public record MetricContent(
        MetricId id,
        Label name,
        Prose description,
        Classification classification,
        Definition definition,
        Stewardship stewardship,
        Remarks remarks) {
    /** The same under another id. */
    public MetricContent called(MetricId other) {
        return new MetricContent(other, name, description, classification, definition, stewardship, remarks);
    }
}
