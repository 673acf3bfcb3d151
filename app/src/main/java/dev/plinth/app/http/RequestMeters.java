package dev.plinth.app.http;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** The meters of requests, named as OpenTelemetry's conventions for HTTP have them. */
final class RequestMeters {
    /** Those at 200 and 500 ms are the objectives of the service: docs/METRICS_REFERENCE.md. */
    private static final Duration[] BUCKETS = IntStream.of(
                    5, 10, 25, 50, 100, 200, 300, 500, 1_000, 2_500, 5_000, 10_000)
            .mapToObj(Duration::ofMillis)
            .toArray(Duration[]::new);

    private static final String ROUTE = "http.route";
    private static final String METHOD = "http.request.method";
    private static final String STATUS = "http.response.status.code";

    private final MeterRegistry registry;
    // Looked up once a kind, since the registry's own way costs more than all the rest.
    private final Map<Kind, Meters> byKind = new ConcurrentHashMap<>();

    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    /** What requests are told apart by; each has few values. */
    record Kind(String route, String method, int status) {}

    /** The bytes of both bodies. */
    record Sizes(double request, double response) {}

    void add(Kind kind, Duration duration, Sizes sizes) {
        Meters meters = byKind.get(kind);
        if (meters == null) {
            meters = byKind.computeIfAbsent(kind, this::meters);
        }
        meters.duration().record(duration);
        meters.request().record(sizes.request());
        meters.response().record(sizes.response());
    }

    private Meters meters(Kind kind) {
        Timer duration = Timer.builder("http.server.request.duration")
                .description("How long requests took, from their first byte to the last of the answer")
                .tag(ROUTE, kind.route())
                .tag(METHOD, kind.method())
                .tag(STATUS, Integer.toString(kind.status()))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
        return new Meters(
                duration,
                size("http.server.request.size", "The bodies of requests, as the client told their length", kind),
                size("http.server.response.size", "Answers with their headers, as they were sent", kind));
    }

    private DistributionSummary size(String name, String description, Kind kind) {
        return DistributionSummary.builder(name)
                .description(description)
                .baseUnit("bytes")
                .tag(ROUTE, kind.route())
                .tag(METHOD, kind.method())
                .register(registry);
    }

    private record Meters(Timer duration, DistributionSummary request, DistributionSummary response) {}
}
