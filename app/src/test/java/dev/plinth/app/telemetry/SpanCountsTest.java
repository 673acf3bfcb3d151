package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class SpanCountsTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final SpanCounts counts = new SpanCounts(meters);
    private final KeptSpans collector = new KeptSpans();
    private final SpanExporter counted = counts.counted(collector);

    @Test
    void spansThatTheCollectorTakesAreSent() {
        end(3);

        assertThat(count("sent")).isEqualTo(3);
        assertThat(count("failed")).isZero();
        assertThat(collector.all()).hasSize(3);
    }

    @Test
    void spansThatItDoesNotTakeAreFailed() {
        collector.refuse();

        end(2);

        assertThat(count("sent")).isZero();
        assertThat(count("failed")).isEqualTo(2);
    }

    @Test
    void whatIsCountedIsFlushedAndClosedToo() {
        assertThat(counted.flush().isSuccess()).isTrue();
        assertThat(counted.shutdown().isSuccess()).isTrue();

        assertThat(collector.isFlushed()).isTrue();
        assertThat(collector.isClosed()).isTrue();
    }

    @Test
    void beforeAnyQueueIsThereNoSpanIsDropped() {
        assertThat(meters.get("mdl.trace.spans")
                        .tag("outcome", "dropped")
                        .functionCounter()
                        .count())
                .isZero();
    }

    @Test
    void aReaderThatOnlyCountsKeepsNobodyWaiting() {
        try (var provider =
                SdkMeterProvider.builder().registerMetricReader(counts).build()) {
            assertThat(provider.forceFlush().join(1, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
            assertThat(provider.shutdown().join(1, TimeUnit.SECONDS).isSuccess())
                    .isTrue();
        }
    }

    private void end(int spans) {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(counted))
                .build()) {
            for (int span = 0; span < spans; span++) {
                provider.get("test").spanBuilder("span").startSpan().end();
            }
        }
    }

    private double count(String outcome) {
        return meters.get("mdl.trace.spans").tag("outcome", outcome).counter().count();
    }
}
