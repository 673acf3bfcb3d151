package dev.plinth.app.stats;

import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.View;
import dev.plinth.app.search.Facet;
import dev.plinth.app.search.Searches;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The catalogue in numbers, as far as a caller may see it. */
public final class Stats {
    private static final Set<Facet> FACETS =
            EnumSet.of(Facet.DOMAIN, Facet.TIER, Facet.METRIC_TYPE, Facet.STATUS, Facet.OWNER);

    private final StatsStore store;
    private final Searches searches;

    public Stats(StatsStore store, Searches searches) {
        this.store = store;
        this.searches = searches;
    }

    /** {@code staleDays} is for how long a metric may stay unchanged before it is stale. */
    public Overview overview(View view, int staleDays) {
        var metrics = MetricQuery.all(view);
        return new Overview(
                searches.count(metrics, Optional.empty(), FACETS),
                store.lacks(metrics),
                store.stale(metrics, staleDays));
    }

    public Usage usage(View view, int days, int limit) {
        return store.usage(view, days, limit);
    }

    public Adoption adoption(View view) {
        return store.adoption(view);
    }
}
