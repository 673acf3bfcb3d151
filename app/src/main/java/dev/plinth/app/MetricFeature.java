package dev.plinth.app;

import dev.plinth.app.cache.MetricStamps;
import dev.plinth.app.changes.Subscriber;
import dev.plinth.app.http.CachedReplies;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.metrics.CacheWarming;
import dev.plinth.app.http.metrics.FacetCounts;
import dev.plinth.app.http.metrics.LifecycleOperations;
import dev.plinth.app.http.metrics.MetricAnswers;
import dev.plinth.app.http.metrics.MetricOperations;
import dev.plinth.app.http.metrics.VersionOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.metrics.KnownDomains;
import dev.plinth.app.metrics.Lifecycle;
import dev.plinth.app.metrics.MetricJournal;
import dev.plinth.app.metrics.MetricUse;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Removals;
import dev.plinth.app.metrics.Revisions;
import dev.plinth.app.metrics.Versions;
import dev.plinth.app.postgres.metrics.MetricTable;
import dev.plinth.app.postgres.metrics.VersionTable;
import dev.plinth.app.search.Searches;
import java.time.Duration;
import java.util.List;

/** Metrics: what they say, their life and their versions. */
final class MetricFeature {
    private static final Duration WARMING = Duration.ofMinutes(30);

    private final Foundations foundations;
    private final Metrics metrics;
    private final Lifecycle lifecycle;
    private final Removals removals;
    private final Versions versions;
    private final MetricStamps stamps;
    private final MetricAnswers answers;

    MetricFeature(Foundations foundations, KnownDomains domains, MetricUse use) {
        this.foundations = foundations;
        var store = new MetricTable(foundations.database());
        var history = new VersionTable(foundations.database());
        stamps = new MetricStamps(foundations.cache());
        var journal = new MetricJournal(foundations.changes(), foundations.transactions(), stamps);
        var revisions = new Revisions(store, journal, foundations.transactions());
        metrics = new Metrics(store, domains, revisions, journal);
        lifecycle = new Lifecycle(store, history, revisions, foundations.clock());
        removals = new Removals(store, revisions, use, foundations.clock());
        versions = new Versions(history, domains, revisions);
        answers = new MetricAnswers(new CachedReplies(foundations.cache()));
    }

    /** For the features that change or show metrics too. */
    Metrics metrics() {
        return metrics;
    }

    /** For the pages that show what was published over time. */
    Versions versions() {
        return versions;
    }

    /** For the features that take metrics away. */
    Removals removals() {
        return removals;
    }

    /** For the features that list metrics too. */
    MetricAnswers answers() {
        return answers;
    }

    /** Makes sure that the cache forgets what has changed. */
    Subscriber subscriber() {
        return new Subscriber("metric-cache", stamps);
    }

    /** Those of the feature itself; facets are counted by the search. */
    List<Operations> operations(Searches searches) {
        return List.of(
                new MetricOperations(metrics, answers, new FacetCounts(searches::count)),
                new LifecycleOperations(metrics, lifecycle, removals),
                new VersionOperations(metrics, versions));
    }

    List<Job> jobs() {
        return List.of(new Job("cache-warming", WARMING, new CacheWarming(metrics, foundations.cache())));
    }
}
