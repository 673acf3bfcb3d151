package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Gauge;

/** All that one app tells of itself while it runs. */
public final class Telemetry implements AutoCloseable {
    private final Meters meters = new Meters();
    private final Timings routes = new Timings();
    private final Timings statements = new Timings();
    private final Tracing tracing;
    private final StoreMeters stores;
    private final JobLog jobs = new JobLog(meters.registry());

    public Telemetry(TraceSettings settings, Service service) {
        tracing = TracingSetup.of(settings, service, meters.registry());
        stores = new StoreMeters(meters.registry(), statements, tracing);
        Gauge.builder("mdl.build.info", () -> 1)
                .description("The build that runs; always 1")
                .tag("version", service.version())
                .tag("build", service.build())
                .tag("colour", service.colour())
                .register(meters.registry());
    }

    public Meters meters() {
        return meters;
    }

    public Tracing tracing() {
        return tracing;
    }

    /** Measures what stores do for the app. */
    public StoreMeters stores() {
        return stores;
    }

    /** How the app's scheduled work goes. */
    public JobLog jobs() {
        return jobs;
    }

    /** How long requests took, by route. */
    public Timings routes() {
        return routes;
    }

    /** How long statements took, by name. */
    public Timings statements() {
        return statements;
    }

    /** Sends what has not been sent yet, as far as that does not take long. */
    @Override
    public void close() {
        tracing.close();
        meters.close();
    }
}
