package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;

/** Puts together how traces are made and sent. */
final class TracingSetup {
    /** Spans that wait to be sent; further ones are lost, and counted. */
    private static final int WAITING_MAX = 4_096;

    private static final int BATCH_MAX = 512;
    private static final Duration BATCH_PAUSE = Duration.ofSeconds(1);
    private static final Duration SEND_TIMEOUT = Duration.ofSeconds(3);
    private static final String PATH = "/v1/traces";

    static Tracing of(TraceSettings settings, Service service, MeterRegistry meters) {
        // Without a place to send to no span is kept, but each has ids of its own.
        return settings.sends() ? sending(settings, service, meters) : new Tracing(silent(), false);
    }

    private static SdkTracerProvider silent() {
        return SdkTracerProvider.builder()
                .setSampler(Sampler.alwaysOff())
                .addSpanProcessor(NoSpans.INSTANCE)
                .build();
    }

    private static Tracing sending(TraceSettings settings, Service service, MeterRegistry meters) {
        var counts = new SpanCounts(meters);
        var exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(settings.endpoint().replaceFirst("/+$", "") + PATH)
                .setTimeout(SEND_TIMEOUT)
                .setConnectTimeout(SEND_TIMEOUT)
                .setCompression("gzip")
                .build();
        var counting = SdkMeterProvider.builder().registerMetricReader(counts).build();
        var processor = BatchSpanProcessor.builder(counts.counted(exporter))
                .setMaxQueueSize(WAITING_MAX)
                .setMaxExportBatchSize(BATCH_MAX)
                .setScheduleDelay(BATCH_PAUSE)
                .setExporterTimeout(SEND_TIMEOUT)
                .setMeterProvider(() -> counting)
                .build();
        var provider = SdkTracerProvider.builder()
                .setResource(resource(service))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(settings.percent() / 100.0)))
                .addSpanProcessor(processor)
                .build();
        return new Tracing(provider, true);
    }

    private static Resource resource(Service service) {
        return Resource.create(Attributes.builder()
                .put("service.name", Service.NAME)
                .put("service.version", service.version())
                .put("mdl.build", service.build())
                .put("mdl.colour", service.colour())
                .build());
    }

    private TracingSetup() {}
}
