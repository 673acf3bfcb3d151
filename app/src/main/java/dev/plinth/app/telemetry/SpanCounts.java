package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/** Counts the spans that are sent and lost; those that find the queue full the OpenTelemetry library counts. */
final class SpanCounts implements MetricReader {
    private static final String NAME = "mdl.trace.spans";
    private static final String DESCRIPTION =
            "Spans that the collector took, did not take, or that found the queue full";
    private static final String OUTCOME = "outcome";
    private static final String PROCESSED = "processedSpans";
    private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");

    private volatile CollectionRegistration counted = CollectionRegistration.noop();

    private final MeterRegistry meters;

    SpanCounts(MeterRegistry meters) {
        this.meters = meters;
        FunctionCounter.builder(NAME, this, SpanCounts::dropped)
                .description(DESCRIPTION)
                .tag(OUTCOME, "dropped")
                .register(meters);
    }

    /** The exporter, each of whose spans is counted as sent or failed. */
    SpanExporter counted(SpanExporter exporter) {
        return new CountedExporter(exporter, counter("sent"), counter("failed"));
    }

    private Counter counter(String outcome) {
        return Counter.builder(NAME)
                .description(DESCRIPTION)
                .tag(OUTCOME, outcome)
                .register(meters);
    }

    /** Those that found the queue full. */
    private double dropped() {
        return counted.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(PROCESSED))
                .flatMap(metric -> metric.getLongSumData().getPoints().stream())
                .filter(point -> Boolean.TRUE.equals(point.getAttributes().get(DROPPED)))
                .mapToLong(LongPointData::getValue)
                .sum();
    }

    @Override
    public void register(CollectionRegistration registration) {
        counted = registration;
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType type) {
        return AggregationTemporality.CUMULATIVE;
    }

    @Override
    public CompletableResultCode forceFlush() {
        return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
        return CompletableResultCode.ofSuccess();
    }
}
