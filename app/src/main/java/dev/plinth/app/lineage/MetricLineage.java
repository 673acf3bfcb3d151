package dev.plinth.app.lineage;

import dev.plinth.app.access.Principal;
import dev.plinth.app.metrics.ChangeClass;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.MetricId;
import java.util.Optional;

/** Lineage as a caller may see it. */
public final class MetricLineage {
    private final KnownMetrics metrics;
    private final Lineage lineage;

    public MetricLineage(KnownMetrics metrics, Lineage lineage) {
        this.metrics = metrics;
        this.lineage = lineage;
    }

    /** What a metric hangs together with, that way and so many relationships far. */
    public Graph graph(Principal principal, MetricId id, Heading heading, int depth) {
        View view = View.of(principal);
        return lineage.of(MetricNode.of(metrics.get(id, view)), new LineageQuery(heading, depth, view));
    }

    /** Who is hit by a change of the metric: by its draft, if the caller sees drafts and it differs. */
    public Impact impact(Principal principal, MetricId id) {
        View view = View.of(principal);
        Metric metric = metrics.get(id, view);
        Impact impact = lineage.impact(MetricNode.of(metric), new LineageQuery(Heading.DOWN, Lineage.DEPTH_MAX, view));
        return principal.seesDrafts() ? impact.of(pending(metric)) : impact;
    }

    private Optional<ChangeClass> pending(Metric metric) {
        return metrics.find(metric.id(), View.PUBLISHED)
                .flatMap(published -> metrics.find(metric.id(), View.DRAFT)
                        .flatMap(draft -> ChangeClass.between(published.content(), draft.content())));
    }
}
