package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/** Shows among the app's meters what the OpenTelemetry library counts of the spans that it sends and loses. */
final class SpanCounts implements MetricReader {
    private static final String PROCESSED = "processedSpans";
    private static final AttributeKey<Boolean> DROPPED = AttributeKey.booleanKey("dropped");

    private volatile CollectionRegistration counted = CollectionRegistration.noop();

    void showIn(MeterRegistry meters) {
        show(meters, "sent", false);
        show(meters, "lost", true);
    }

    private void show(MeterRegistry meters, String outcome, boolean dropped) {
        FunctionCounter.builder("mdl.trace.spans", this, counts -> counts.count(dropped))
                .description("Spans of traces, sent to the collector or lost because it did not keep up")
                .tag("outcome", outcome)
                .register(meters);
    }

    private long count(boolean dropped) {
        return counted.collectAllMetrics().stream()
                .filter(metric -> metric.getName().equals(PROCESSED))
                .flatMap(metric -> metric.getLongSumData().getPoints().stream())
                .filter(point ->
                        Boolean.valueOf(dropped).equals(point.getAttributes().get(DROPPED)))
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
