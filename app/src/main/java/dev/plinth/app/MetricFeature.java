package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.metrics.MetricOperations;
import dev.plinth.app.metrics.KnownDomains;
import dev.plinth.app.metrics.MetricJournal;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.metrics.Revisions;
import dev.plinth.app.postgres.metrics.MetricTable;
import java.util.List;

/** Metrics: what they say, their life and their versions. */
final class MetricFeature {
    private final Metrics metrics;

    MetricFeature(Foundations foundations, KnownDomains domains) {
        var store = new MetricTable(foundations.database());
        var journal = new MetricJournal(foundations.changes(), foundations.transactions(), (id, extent) -> {});
        metrics = new Metrics(store, domains, new Revisions(store, journal, foundations.transactions()), journal);
    }

    /** For the features that change or show metrics too. */
    Metrics metrics() {
        return metrics;
    }

    List<Operations> operations() {
        return List.of(new MetricOperations(metrics));
    }
}
