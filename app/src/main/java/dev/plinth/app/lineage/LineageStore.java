package dev.plinth.app.lineage;

import dev.plinth.app.metrics.Source;
import dev.plinth.app.metrics.View;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where what lineage is made of is kept. */
public interface LineageStore {
    /** A step from a metric to one that is next to it. */
    record Step(UUID begin, RelationshipType type, MetricNode end) {}

    /** What one metric is computed from. */
    record Origin(UUID metric, Source source) {}

    /**
     * The steps from these metrics that way, to those that are seen in the view: at most {@code limit}. {@code heading} is
     * up or down.
     */
    List<Step> steps(Collection<UUID> metrics, Heading heading, View view, int limit);

    /** The sources of these metrics, in the order of their metrics. */
    List<Origin> origins(Collection<UUID> metrics, View view, int limit);
}
