package dev.plinth.app.lineage;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricStatus;
import dev.plinth.app.values.DomainId;
import dev.plinth.app.values.Label;
import dev.plinth.app.values.MetricId;
import java.util.UUID;

/** As much of a metric as its relationships show. */
public record MetricNode(UUID uid, MetricId id, Label name, DomainId domain, MetricStatus status) implements GraphNode {
    static MetricNode of(Metric metric) {
        return new MetricNode(
                metric.uid(),
                metric.id(),
                metric.content().name(),
                metric.domain(),
                metric.standing().status());
    }

    @Override
    public String key() {
        return "metric:" + id;
    }
}
