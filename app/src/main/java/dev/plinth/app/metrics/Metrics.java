package dev.plinth.app.metrics;

import java.util.Optional;

/** The library's metrics: kept in the store, read through the cache. */
public final class Metrics {
    private final MetricStore store;
    private final MetricCache cache;

    public Metrics(MetricStore store, MetricCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /** Keeps a new metric as a draft; throws {@link MetricExistsException} when its id is taken. */
    public Metric create(MetricContent content) {
        return store.insert(content).orElseThrow(() -> new MetricExistsException(content.id()));
    }

    /** The metric of this id; throws {@link MetricNotFoundException} when there is none. */
    public FoundMetric get(MetricId id) {
        return switch (cache.find(id)) {
            case MetricCache.Answer.Hit hit -> new FoundMetric(hit.metric(), CacheUse.HIT);
            case MetricCache.Answer.Bypass bypass -> new FoundMetric(stored(id), CacheUse.BYPASS);
            case MetricCache.Answer.Miss miss -> {
                Metric metric = stored(id);
                cache.keep(metric);
                yield new FoundMetric(metric, CacheUse.MISS);
            }
        };
    }

    public MetricPage list(MetricQuery query) {
        // One more than asked for tells whether a next page exists, without counting.
        var more = store.list(new MetricQuery(query.filter(), query.after(), query.limit() + 1));
        boolean hasMore = more.size() > query.limit();
        return new MetricPage(hasMore ? more.subList(0, query.limit()) : more, hasMore);
    }

    private Metric stored(MetricId id) {
        Optional<Metric> metric = store.find(id);
        return metric.orElseThrow(() -> new MetricNotFoundException(id.value()));
    }
}
