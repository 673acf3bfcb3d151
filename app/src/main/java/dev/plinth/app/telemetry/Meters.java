package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;

/** The meters of one app, and what Prometheus reads of them. */
public final class Meters implements AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(
            PrometheusConfig.DEFAULT, new PrometheusRegistry(), Clock.SYSTEM, new TraceOfExemplars());

    /** Where parts of the app register their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** All meters as they are now. */
    public String scrape(Format format) {
        return registry.scrape(format.mediaType());
    }

    @Override
    public void close() {
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
