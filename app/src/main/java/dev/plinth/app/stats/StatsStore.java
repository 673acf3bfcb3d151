package dev.plinth.app.stats;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import java.util.Map;

/** Where metrics and their reads are counted. */
public interface StatsStore {
    Overview.Lacks lacks(MetricQuery metrics);

    /** The metrics that were last changed more than so many days ago. */
    Overview.Stale stale(MetricQuery metrics, int days);

    Usage usage(View view, int days, int limit);

    Adoption adoption(View view);

    /** Adds reads of today, by the id that the metric has or had; what is no metric's id is passed over. */
    void add(Map<String, Long> reads);

    /** Counts up how popular each metric is, from its reads in so many days; forgets reads older than twice that. */
    void rank(int days);
}
