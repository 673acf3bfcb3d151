package dev.plinth.app;

import dev.plinth.app.http.Operations;
import dev.plinth.app.http.performance.PerformanceOperations;
import dev.plinth.app.performance.Performance;
import java.util.List;

/** What the app tells of itself, put together. */
final class TelemetryFeature {
    private final Foundations foundations;

    TelemetryFeature(Foundations foundations) {
        this.foundations = foundations;
    }

    List<Operations> operations() {
        return List.of(new PerformanceOperations(new Performance(foundations.telemetry(), foundations.clock())));
    }
}
