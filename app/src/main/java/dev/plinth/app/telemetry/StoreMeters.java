package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Counts, times and traces what the database does for the app. */
public final class StoreMeters {
    /** That at 50 ms is the objective of the service: docs/METRICS_REFERENCE.md. */
    private static final Duration[] BUCKETS = IntStream.of(1, 5, 10, 25, 50, 100, 500, 2_500)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String QUERY = "query";

    private final MeterRegistry registry;
    private final Timings timings;
    private final Tracing tracing;
    private final Map<String, Meters> byName = new ConcurrentHashMap<>();

    StoreMeters(MeterRegistry registry, Timings timings, Tracing tracing) {
        this.registry = registry;
        this.timings = timings;
        this.tracing = tracing;
    }

    /** Must be called on the thread that the work was done for. */
    public void done(StoreWork work) {
        Duration duration = work.duration();
        Meters meters = byName.get(work.name());
        if (meters == null) {
            meters = byName.computeIfAbsent(work.name(), name -> new Meters(timer(name), failures(name)));
        }
        meters.timer().record(duration);
        if (work.failed()) {
            meters.failures().increment();
        }
        timings.add(work.name(), duration.toNanos(), work.failed());
        tracing.done(work);
    }

    private record Meters(Timer timer, Counter failures) {}

    private Timer timer(String query) {
        return Timer.builder("mdl.db.query")
                .description("How long statements took on the database, without reading their rows")
                .tag(QUERY, query)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private Counter failures(String query) {
        return Counter.builder("mdl.db.query.failures")
                .description("Statements that the database refused or did not answer")
                .tag(QUERY, query)
                .register(registry);
    }
}
