package dev.plinth.app.search;

import dev.plinth.app.metrics.Metric;

/** A metric that was found; the greater its score, the better it is taken to fit. */
public record SearchHit(Metric metric, double score, Highlights highlights) {
    /** Where in the metric the words are that were typed. */
    public record Highlights(Passage name, Passage description) {}
}
