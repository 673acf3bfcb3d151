package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What spans tell of the work of the app, and what they keep to themselves. */
final class SpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");
    private static final Instant END = BEGIN.plusMillis(7);

    private final KeptSpans kept = new KeptSpans();
    private final Tracing tracing = new Tracing(kept.provider(), true);

    @AfterEach
    void stop() {
        tracing.close();
    }

    @Test
    void aRequestIsNamedByItsRouteAndNotByItsPath() {
        request().end("/api/v1/metrics/{id}", 404);

        SpanData span = kept.only();
        assertThat(span.getName()).isEqualTo("GET /api/v1/metrics/{id}");
        assertThat(span.getKind()).isEqualTo(SpanKind.SERVER);
        assertThat(attributes(span))
                .isEqualTo(Map.of(
                        "http.request.method",
                        "GET",
                        "http.route",
                        "/api/v1/metrics/{id}",
                        "http.response.status_code",
                        404L));
    }

    @Test
    void onlyAFaultOfTheServersOwnIsMarkedAsOne() {
        request().end("/", 499);
        request().end("/", 500);

        assertThat(kept.all())
                .extracting(span -> span.getStatus().getStatusCode())
                .containsExactly(StatusCode.UNSET, StatusCode.ERROR);
    }

    @Test
    void aRequestGoesOnWithTheTraceOfItsClient() {
        tracing.serve("GET", header("01")).end("/", 200);

        assertThat(kept.only().getTraceId()).isEqualTo(TRACE);
        assertThat(kept.only().getParentSpanId()).isEqualTo(PARENT);
    }

    @Test
    void aTraceThatItsClientDoesNotKeepIsNotKept() {
        RequestSpan request = tracing.serve("GET", header("00"));
        request.run(() -> tracing.done(work(false)));
        request.end("/", 500);

        assertThat(request.traceId()).isEqualTo(TRACE);
        assertThat(kept.all()).isEmpty();
    }

    @Test
    void aJobIsATraceOfItsOwnEvenWhenARequestBeganIt() {
        RequestSpan request = request();

        request.run(() -> tracing.job("ranking", () -> {}));

        SpanData job = kept.only();
        assertThat(job.getName()).isEqualTo("job ranking");
        assertThat(job.getTraceId()).isNotEqualTo(request.traceId());
        assertThat(job.getParentSpanContext().isValid()).isFalse();
    }

    @Test
    void aCallOfAnotherSystemIsAPartOfTheRequest() {
        RequestSpan request = request();

        request.run(() -> tracing.calling("deliver", Map.of("server.address", "a.example"), headers -> "sent"));

        SpanData call = kept.only();
        assertThat(call.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(call.getParentSpanId()).isEqualTo(request.spanId());
        assertThat(attributes(call)).isEqualTo(Map.of("server.address", "a.example"));
    }

    @Test
    void aFailureIsNamedButNotQuoted() {
        assertThatThrownBy(() -> tracing.calling("deliver", Map.of(), headers -> {
                    throw new IllegalArgumentException("secret");
                }))
                .hasMessage("secret");

        assertThat(kept.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(attributes(kept.only())).isEqualTo(Map.of("error.type", "java.lang.IllegalArgumentException"));
        assertThat(kept.only().toString()).doesNotContain("secret");
    }

    @Test
    void aStatementIsAPartOfTheRequestWithItsOwnTimes() {
        RequestSpan request = request();

        request.run(() -> tracing.done(work(false)));

        SpanData statement = kept.only();
        assertThat(statement.getName()).isEqualTo("metric.insert");
        assertThat(statement.getKind()).isEqualTo(SpanKind.CLIENT);
        assertThat(statement.getParentSpanId()).isEqualTo(request.spanId());
        assertThat(statement.getStartEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(BEGIN.toEpochMilli()));
        assertThat(statement.getEndEpochNanos()).isEqualTo(TimeUnit.MILLISECONDS.toNanos(END.toEpochMilli()));
        assertThat(statement.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
        assertThat(attributes(statement))
                .isEqualTo(Map.of("db.system.name", "postgresql", "db.query.summary", "metric.insert"));
    }

    @Test
    void aStatementThatFailedIsMarked() {
        request().run(() -> tracing.done(work(true)));

        assertThat(kept.only().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    }

    @Test
    void aStatementThatBelongsToNoTraceIsNotToldOf() {
        tracing.done(work(false));

        assertThat(kept.all()).isEmpty();
    }

    @Test
    void aLibraryMakesSpansOfTheSameTraces() {
        RequestSpan request = request();

        request.run(() -> tracing.tracer().spanBuilder("library").startSpan().end());

        assertThat(kept.only().getTraceId()).isEqualTo(request.traceId());
        assertThat(kept.only().getInstrumentationScopeInfo().getName()).isEqualTo("dev.plinth.app");
    }

    @Test
    void nothingIsSentAfterTheClose() {
        RequestSpan request = request();
        tracing.close();

        request.end("/", 200);

        assertThat(kept.isClosed()).isTrue();
        assertThat(kept.all()).isEmpty();
    }

    @Test
    void itIsKnownWhetherSpansAreSent() {
        assertThat(tracing.sends()).isTrue();
        try (var silent =
                TracingSetup.of(TraceSettings.OFF, new Service("1", "build", "blue"), new SimpleMeterRegistry())) {
            assertThat(silent.sends()).isFalse();
        }
    }

    @Test
    void whoTakesNoSpansIsNotGivenAny() {
        try (var provider = SdkTracerProvider.builder()
                .addSpanProcessor(NoSpans.INSTANCE)
                .addSpanProcessor(SimpleSpanProcessor.create(kept))
                .build()) {
            provider.get("test").spanBuilder("one").startSpan().end();
        }

        assertThat(kept.only().getName()).isEqualTo("one");
        assertThat(NoSpans.INSTANCE.isStartRequired()).isFalse();
        assertThat(NoSpans.INSTANCE.isEndRequired()).isFalse();
    }

    private RequestSpan request() {
        return tracing.serve("GET", name -> "");
    }

    private static Function<String, String> header(String flags) {
        String parent = "00-%s-%s-%s".formatted(TRACE, PARENT, flags);
        return name -> name.equals("traceparent") ? parent : "";
    }

    private static StoreWork work(boolean failed) {
        return new StoreWork("metric.insert", BEGIN, END, failed);
    }

    private static Map<String, Object> attributes(SpanData span) {
        Map<String, Object> attributes = new HashMap<>();
        span.getAttributes().forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
        return attributes;
    }
}
