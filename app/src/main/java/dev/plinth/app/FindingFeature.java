package dev.plinth.app;

import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.metrics.MetricAnswers;
import dev.plinth.app.http.search.SearchOperations;
import dev.plinth.app.http.stats.ReadCountLayer;
import dev.plinth.app.http.stats.StatsOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.search.SearchTable;
import dev.plinth.app.postgres.stats.StatsTable;
import dev.plinth.app.search.Searches;
import dev.plinth.app.stats.Reads;
import dev.plinth.app.stats.Stats;
import java.time.Duration;
import java.util.List;

/** Finding metrics: search, suggestions and facets; and the catalogue in numbers. */
final class FindingFeature {
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final MetricAnswers answers;
    private final Searches searches;
    private final Stats stats;
    private final Reads reads;

    FindingFeature(Foundations foundations, MetricAnswers answers) {
        var table = new StatsTable(foundations.database());
        this.answers = answers;
        searches = new Searches(new SearchTable(foundations.database()));
        stats = new Stats(table, searches);
        reads = new Reads(table);
    }

    /** For the pages on which people search. */
    Searches searches() {
        return searches;
    }

    List<Operations> operations() {
        return List.of(new SearchOperations(searches, answers), new StatsOperations(stats));
    }

    /** Counts which metrics are read; to be put inside all other layers. */
    Layer layer() {
        return new ReadCountLayer(reads);
    }

    List<Job> jobs() {
        return List.of(new Job("read-counts", PAUSE, reads));
    }
}
