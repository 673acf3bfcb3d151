package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TracingTest {
    private static final Service SERVICE = new Service("1", "build", "blue");

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void requestsHaveIdsWhenNothingIsSent() {
        try (var tracing = TracingSetup.of(TraceSettings.OFF, SERVICE, meters)) {
            RequestSpan span = tracing.serve("GET", name -> "");

            assertThat(span.traceId()).matches("[0-9a-f]{32}").isNotEqualTo("0".repeat(32));
            assertThat(span.spanId()).matches("[0-9a-f]{16}").isNotEqualTo("0".repeat(16));
            span.run(() ->
                    assertThat(Span.current().getSpanContext().getTraceId()).isEqualTo(span.traceId()));
            span.end("/", 200);
        }
    }

    @Test
    void callsCarryTheTraceOn() {
        try (var tracing = TracingSetup.of(TraceSettings.OFF, SERVICE, meters)) {
            RequestSpan span = tracing.serve("POST", name -> "");

            String[] parent = {""};
            span.run(() ->
                    parent[0] = tracing.calling("call", Map.of(), headers -> headers.getOrDefault("traceparent", "")));

            assertThat(parent[0]).matches("00-%s-[0-9a-f]{16}-0[0-3]".formatted(span.traceId()));
        }
    }

    @Test
    void aFailureOfWorkIsPassedOnAsItIs() {
        var failure = new IllegalStateException("secret");
        try (var tracing = TracingSetup.of(TraceSettings.OFF, SERVICE, meters)) {
            assertThatThrownBy(() -> tracing.job("job", () -> {
                        throw failure;
                    }))
                    .isSameAs(failure);
        }
    }

    @Test
    void spansThatFindTheQueueFullAreCounted() {
        // Nothing listens at port 1, and the queue takes 4096.
        try (var tracing = TracingSetup.of(new TraceSettings("http://127.0.0.1:1", 100), SERVICE, meters)) {
            for (int count = 0; count < 20_000; count++) {
                tracing.serve("GET", name -> "").end("/", 200);
            }

            assertThat(meters.get("mdl.trace.spans")
                            .tag("outcome", "dropped")
                            .functionCounter()
                            .count())
                    .isPositive();
        }
    }

    @Test
    void ofAHundredTracesAsManyAreKeptAsWasAsked() {
        try (var tracing = TracingSetup.of(new TraceSettings("http://127.0.0.1:1", 0), SERVICE, meters)) {
            tracing.serve("GET", name -> "")
                    .run(() -> assertThat(Span.current().getSpanContext().isSampled())
                            .isFalse());
        }
        try (var tracing = TracingSetup.of(new TraceSettings("http://127.0.0.1:1", 100), SERVICE, meters)) {
            tracing.serve("GET", name -> "")
                    .run(() -> assertThat(Span.current().getSpanContext().isSampled())
                            .isTrue());
        }
    }
}
