package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.performance.PerformanceOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.performance.Performance;
import dev.plinth.app.postgres.telemetry.CatalogueTable;
import dev.plinth.app.telemetry.CatalogueMeters;
import java.time.Duration;
import java.util.List;

/** What the app tells of itself, put together. */
final class TelemetryFeature {
    private static final Duration LOOK = Duration.ofSeconds(15);

    private final Performance performance;
    private final CatalogueMeters catalogue;

    TelemetryFeature(Foundations foundations) {
        performance = new Performance(foundations.telemetry(), foundations.clock());
        catalogue = new CatalogueMeters(new CatalogueTable(foundations.database()), foundations.meters());
    }

    List<Operations> operations() {
        return List.of(new PerformanceOperations(performance));
    }

    List<Job> jobs() {
        return List.of(new Job("catalogue-meters", LOOK, catalogue::refresh));
    }
}
