package dev.plinth.app.metrics;

import dev.plinth.app.values.Conflict;
import dev.plinth.app.values.ConflictException;
import dev.plinth.app.values.MetricId;
import dev.plinth.app.values.NotFoundException;
import dev.plinth.app.values.Slice;
import java.util.Optional;

/** The library's metrics: kept in the store, read through the cache. */
public final class Metrics {
    private final MetricStore store;
    private final MetricCache cache;

    public Metrics(MetricStore store, MetricCache cache) {
        this.store = store;
        this.cache = cache;
    }

    /** Keeps a new metric as a draft. */
    public Metric create(MetricContent content) {
        return store.insert(content)
                .orElseThrow(() -> new ConflictException(
                        Conflict.ALREADY_EXISTS, "A metric with the id '%s' exists already.".formatted(content.id())));
    }

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

    public Slice<Metric> list(MetricQuery query) {
        var oneMore = new MetricQuery(query.filter(), query.after(), query.limit() + 1);
        return Slice.of(store.list(oneMore), query.limit());
    }

    private Metric stored(MetricId id) {
        Optional<Metric> metric = store.find(id);
        return metric.orElseThrow(() -> new NotFoundException("metric", id.value()));
    }
}
