package dev.plinth.app.http.metrics;

import static java.lang.System.Logger.Level.INFO;

import dev.plinth.app.cache.Loader.Loaded;
import dev.plinth.app.cache.ReadThrough;
import dev.plinth.app.http.Paging;
import dev.plinth.app.http.Projection;
import dev.plinth.app.http.metrics.MetricAnswers.MetricKey;
import dev.plinth.app.http.metrics.MetricAnswers.PageKey;
import dev.plinth.app.json.Json;
import dev.plinth.app.metrics.Metric;
import dev.plinth.app.metrics.MetricFilter;
import dev.plinth.app.metrics.MetricQuery;
import dev.plinth.app.metrics.MetricQuery.Presence;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Position;
import dev.plinth.app.metrics.Sorting;
import dev.plinth.app.metrics.Trait;
import dev.plinth.app.metrics.View;
import dev.plinth.app.values.DomainId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Puts into the cache what is read most: published metrics of the first tier, the first page of all, and the first page
 * of each domain with such metrics. One after the other and with pauses, so that nobody notices.
 */
public final class CacheWarming implements Runnable {
    private static final System.Logger LOG = System.getLogger(CacheWarming.class.getName());
    private static final int METRICS_MAX = 200;
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration WAIT_PAUSE = Duration.ofMillis(200);
    // A memory that is not there by then is most likely gone for longer.
    private static final int WAITS_MAX = 50;

    private final Metrics metrics;
    private final MetricPages pages;
    private final ReadThrough cache;

    public CacheWarming(Metrics metrics, ReadThrough cache) {
        this.metrics = metrics;
        this.pages = new MetricPages(metrics);
        this.cache = cache;
    }

    @Override
    public void run() {
        for (int wait = 0; wait < WAITS_MAX && !cache.isUp(); wait++) {
            if (!paused(WAIT_PAUSE)) {
                return;
            }
        }
        if (cache.isUp()) {
            warm();
        }
    }

    private void warm() {
        List<Metric> first = metrics.list(query(Map.of(Trait.TIER, Set.of("1"))), new Position(List.of(), METRICS_MAX))
                .items();
        page("", Map.of());
        Set<DomainId> domains = first.stream().map(Metric::domain).collect(Collectors.toCollection(TreeSet::new));
        for (DomainId domain : domains) {
            if (!paused(PAUSE)) {
                return;
            }
            page("domain=" + domain, Map.of(Trait.DOMAIN, Set.of(domain.value())));
        }
        for (Metric metric : first) {
            if (!paused(PAUSE)) {
                return;
            }
            var key = new MetricKey(metric.id(), View.PUBLISHED);
            cache.read(key.cacheKey(), () -> key.loaded(metrics.get(metric.id(), View.PUBLISHED)));
        }
        LOG.log(INFO, "Warmed the cache", Map.of("metrics", first.size(), "pages", domains.size() + 1));
    }

    private void page(String parameters, Map<Trait, Set<String>> traits) {
        Paging paging = Paging.first(MetricAnswers.PATH, parameters);
        var key = new PageKey(View.PUBLISHED, paging).of("metric_list");
        cache.read(key, () -> Loaded.kept(Json.bytes(pages.page(query(traits), paging, Projection.ALL))));
    }

    private static MetricQuery query(Map<Trait, Set<String>> traits) {
        var filter = new MetricFilter(traits, Set.of(), Map.of());
        return new MetricQuery(View.PUBLISHED, filter, Presence.THERE, Sorting.BY_ID);
    }

    /** Whether nobody wants this thread to stop. */
    private static boolean paused(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
