package dev.plinth.app.lineage;

import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import java.util.Optional;

/** The metrics that are there. */
public interface KnownMetrics {
    /** The metric that has or had this id; empty when it is not there, was deleted, or has no such content. */
    Optional<Metric> find(MetricId id, View view);

    /** The same; throws {@link NotFoundException} instead. */
    default Metric get(MetricId id, View view) {
        return find(id, view).orElseThrow(() -> new NotFoundException("metric", id.value()));
    }
}
