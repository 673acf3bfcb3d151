package dev.plinth.app.search;

import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.View;

/** What is looked for, among which metrics. */
public record Search(SearchText text, View view, MetricFilter filter) {
    /** The metrics that may be found. */
    public MetricQuery metrics() {
        return new MetricQuery(view, filter, Presence.THERE, Sorting.BY_ID);
    }
}
