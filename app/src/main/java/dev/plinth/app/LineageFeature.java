package dev.plinth.app;

import dev.plinth.app.consumers.Consumers;
import dev.plinth.app.consumers.Sightings;
import dev.plinth.app.http.Layer;
import dev.plinth.app.http.Operations;
import dev.plinth.app.http.consumers.ConsumerOperations;
import dev.plinth.app.http.consumers.SightingLayer;
import dev.plinth.app.http.lineage.LineageOperations;
import dev.plinth.app.http.lineage.RelationshipOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.lineage.Lineage;
import dev.plinth.app.lineage.MetricLineage;
import dev.plinth.app.lineage.Relationships;
import dev.plinth.app.metrics.Metrics;
import dev.plinth.app.page.LineagePages;
import dev.plinth.app.page.MetricPages;
import dev.plinth.app.postgres.consumers.ConsumerTable;
import dev.plinth.app.postgres.consumers.SightingTable;
import dev.plinth.app.postgres.lineage.LineageTable;
import dev.plinth.app.postgres.lineage.RelationshipTable;
import java.time.Duration;
import java.util.List;

/** What metrics are computed from, and who uses them. */
final class LineageFeature {
    private static final Duration SIGHTINGS_PAUSE = Duration.ofSeconds(10);

    private final Sightings sightings;
    private final Relationships relationships;
    private final MetricLineage metricLineage;
    private final List<Operations> operations;

    LineageFeature(Foundations foundations, Metrics metrics) {
        var consumerTable = new ConsumerTable(foundations.database());
        sightings = new Sightings(
                new SightingTable(foundations.database()),
                foundations.transactions(),
                foundations.changes(),
                foundations.clock());
        relationships = new Relationships(
                new RelationshipTable(foundations.database()),
                metrics::find,
                foundations.transactions(),
                foundations.changes());
        var lineage = new Lineage(new LineageTable(foundations.database()), consumerTable);
        metricLineage = new MetricLineage(metrics::find, lineage);
        var consumers = new Consumers(consumerTable, foundations.transactions(), foundations.changes());
        operations = List.of(
                new RelationshipOperations(relationships),
                new LineageOperations(metricLineage),
                new ConsumerOperations(consumers, metrics));
    }

    /** The pages that draw it. */
    LineagePages pages(MetricPages pages) {
        return new LineagePages(pages, metricLineage, relationships);
    }

    List<Operations> operations() {
        return operations;
    }

    /** Notices who reads metrics. */
    Layer layer() {
        return new SightingLayer(sightings);
    }

    List<Job> jobs() {
        return List.of(new Job("sightings", SIGHTINGS_PAUSE, sightings::keep));
    }
}
