package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.Problems;
import dev.plinth.app.http.transfer.BulkOperations;
import dev.plinth.app.http.transfer.ExportOperations;
import dev.plinth.app.http.transfer.ImportOperations;
import dev.plinth.app.http.transfer.MetricFiles;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.postgres.transfer.ImportTable;
import dev.plinth.app.transfer.BulkChanges;
import dev.plinth.app.transfer.ImportJournal;
import dev.plinth.app.transfer.ImportRunner;
import dev.plinth.app.transfer.Imports;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Metrics in large numbers: bulk changes, imports and exports. */
final class TransferFeature {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Foundations foundations;
    private final MetricFeature metrics;
    private final ImportTable table;

    TransferFeature(Foundations foundations, MetricFeature metrics) {
        this.foundations = foundations;
        this.metrics = metrics;
        this.table = new ImportTable(foundations.database());
    }

    List<Operations> operations() {
        var bulk = new BulkChanges(
                metrics.metrics(),
                metrics.removals(),
                foundations.transactions(),
                failure -> Problems.of(failure).isPresent());
        return List.of(
                new BulkOperations(bulk),
                new ImportOperations(new Imports(table)),
                new ExportOperations(metrics.metrics()));
    }

    List<Job> jobs() {
        var parts = new ImportRunner.Parts(
                table,
                new MetricFiles(),
                metrics.metrics(),
                foundations.transactions(),
                new ImportJournal(foundations.changes()));
        return List.of(new Job(
                "imports", PAUSE, new ImportRunner(parts, UUID.randomUUID().toString())));
    }
}
