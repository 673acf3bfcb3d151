package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;

/** The meters of one app, and what Prometheus reads of them. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new TraceOfExemplars());

    private final CompletableFuture<JvmMeters> machine = new CompletableFuture<>();

    /** Where parts of the app register their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Measures the virtual machine too, from some moment soon on; nobody has to wait for it. */
    public void watchMachine() {
        machine.completeAsync(() -> JvmMeters.in(registry));
    }

    /** All meters as they are now. */
    public String scrape(Format format) {
        return registry.scrape(format.mediaType());
    }

    /** What a gauge shows now; empty when there is none of the name. */
    public OptionalDouble value(String gauge) {
        Gauge found = registry.find(gauge).gauge();
        return found == null ? OptionalDouble.empty() : OptionalDouble.of(found.value());
    }

    @Override
    public void close() {
        CompletableFuture<Void> unused = machine.thenAccept(JvmMeters::close);
        registry.close();
    }

    /** The formats that Prometheus reads. */
    public enum Format {
        /** What every Prometheus reads. */
        TEXT("text/plain; version=0.0.4; charset=utf-8"),
        /** Has exemplars: the ids of traces behind the counts. */
        OPEN_METRICS("application/openmetrics-text; version=1.0.0; charset=utf-8");

        private final String mediaType;

        Format(String mediaType) {
            this.mediaType = mediaType;
        }

        public String mediaType() {
            return mediaType;
        }
    }
}
