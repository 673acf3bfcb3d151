package dev.plinth.app.metrics;

import java.util.List;

/** Metrics in the order of their ids, and whether more follow. */
public record MetricPage(List<Metric> items, boolean hasMore) {
    public MetricPage {
        items = List.copyOf(items);
    }
}
