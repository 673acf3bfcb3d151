package dev.plinth.app.page;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.values.MetricId;

/** The pages of one metric. */
public final class MetricPages {
    private final Metrics metrics;
    private final CataloguePages catalogue;

    public MetricPages(Metrics metrics, CataloguePages catalogue) {
        this.metrics = metrics;
        this.catalogue = catalogue;
    }

    public MetricPage definition(Viewer viewer, MetricId id) {
        Metric metric = metrics.get(id, viewer.view());
        return new MetricPage(
                viewer.frame(metric.content().name().value()), catalogue.trail(viewer, metric.domain()), metric);
    }
}
