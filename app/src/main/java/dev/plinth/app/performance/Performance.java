package dev.plinth.app.performance;

import dev.plinth.app.telemetry.JobRuns;
import dev.plinth.app.telemetry.Summary;
import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.telemetry.Timings;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What this instance has measured of itself. */
public final class Performance {
    /** How many statements are told of at most. */
    public static final int STATEMENTS_MAX = 50;

    private static final String CACHE_REQUESTS = "mdl.cache.requests";

    private final Telemetry telemetry;
    private final Instant start;

    public Performance(Telemetry telemetry, Clock clock) {
        this.telemetry = telemetry;
        this.start = clock.instant();
    }

    /** Since when it has measured. */
    public Instant start() {
        return start;
    }

    /** Requests by method and route, in the order of these names. */
    public List<WorkStats> routes() {
        return stats(telemetry.routes());
    }

    /** Statements by name, those first of which nearly all took long. */
    public List<WorkStats> slowestStatements() {
        return stats(telemetry.statements()).stream()
                .sorted(Comparator.comparing(
                                (WorkStats work) -> work.sinceStart().p95())
                        .reversed()
                        .thenComparing(WorkStats::name))
                .limit(STATEMENTS_MAX)
                .toList();
    }

    public List<CacheStats> caches() {
        Map<String, Map<String, Long>> byCache = new TreeMap<>();
        for (Counter counter : registry().find(CACHE_REQUESTS).counters()) {
            byCache.computeIfAbsent(tag(counter, "cache"), cache -> new TreeMap<>())
                    .merge(tag(counter, "result"), (long) counter.count(), Long::sum);
        }
        return byCache.entrySet().stream()
                .map(cache -> new CacheStats(cache.getKey(), cache.getValue()))
                .toList();
    }

    public PoolStats pool() {
        return new PoolStats(
                gauge("hikaricp.connections.active"),
                gauge("hikaricp.connections.idle"),
                gauge("hikaricp.connections.pending") + gauge("mdl.bulkhead.waiting"),
                gauge("hikaricp.connections.max"));
    }

    public List<JobRuns> jobs() {
        return telemetry.jobs().runs();
    }

    public MemoryStats memory() {
        return MemoryStats.now();
    }

    private static List<WorkStats> stats(Timings timings) {
        Map<String, Summary> lately = timings.lately();
        return timings.sinceStart().entrySet().stream()
                .map(work ->
                        new WorkStats(work.getKey(), work.getValue(), lately.getOrDefault(work.getKey(), Summary.NONE)))
                .toList();
    }

    private static String tag(Counter counter, String name) {
        String value = counter.getId().getTag(name);
        return value == null ? "" : value;
    }

    private long gauge(String name) {
        return (long) telemetry.meters().value(name).orElse(0);
    }

    private MeterRegistry registry() {
        return telemetry.meters().registry();
    }
}
