package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Collector;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Scrape;
import dev.plinth.app.support.SentSpan;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class TracesIT {
    private static final Duration TIME = Duration.ofSeconds(10);

    private final Collector collector = new Collector();
    private final RunningApp app;

    TracesIT(Servers servers) throws SQLException, IOException {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_OTLP_ENDPOINT", collector.endpoint());
        app = new RunningApp(environment);
    }

    @AfterAll
    void stop() {
        app.close();
        collector.close();
    }

    @Test
    void aRequestIsASpanAndItsStatementsAreSpansBelowIt() throws Exception {
        Reply created = app.create("traces.first", "traces");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        SentSpan request = awaited(created.header("X-Trace-Id"), "POST /api/v1/metrics");
        SentSpan statement = awaited(created.header("X-Trace-Id"), "metric.insert");
        assertThat(request.kind()).isEqualTo(SentSpan.SERVER);
        assertThat(request.parentId()).isEmpty();
        assertThat(request.attributes())
                .containsEntry("http.request.method", "POST")
                .containsEntry("http.route", "/api/v1/metrics")
                .containsEntry("http.response.status_code", "201");
        assertThat(statement.kind()).isEqualTo(SentSpan.CLIENT);
        assertThat(statement.parentId()).isEqualTo(request.spanId());
        assertThat(statement.attributes()).containsEntry("db.system.name", "postgresql");
    }

    @Test
    void commandsOfRedisAreSpansBelowTheRequestToo() throws Exception {
        app.create("traces.cached", "traces");
        // The connection is made in the background.
        Eventually.becomes("up", TIME, () -> app.admin().get("/health/ready").text("/checks/redis"));

        Reply read = app.api().get("/api/v1/metrics/traces.cached");

        assertThat(read.header("X-Cache")).isEqualTo("MISS");
        SentSpan request = awaited(read.header("X-Trace-Id"), "GET /api/v1/metrics/{id}");
        assertThat(List.of("redis MGET", "redis SET")).allSatisfy(name -> {
            SentSpan command = awaited(read.header("X-Trace-Id"), name);
            assertThat(command.kind()).isEqualTo(SentSpan.CLIENT);
            assertThat(command.parentId()).isEqualTo(request.spanId());
            assertThat(command.attributes())
                    .containsOnlyKeys("db.system.name")
                    .containsEntry("db.system.name", "redis");
        });
    }

    @Test
    void aRequestGoesOnWithTheTraceOfItsClient() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        app.api().send("GET", "/api/v1/version", "", "traceparent", "00-%s-00f067aa0ba902b7-01".formatted(trace));

        assertThat(awaited(trace, "GET /api/v1/version").parentId()).isEqualTo("00f067aa0ba902b7");
    }

    @Test
    void aTraceThatItsClientDoesNotKeepIsNotSent() throws Exception {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4737";

        app.api().send("GET", "/api/v1/version", "", "traceparent", "00-%s-00f067aa0ba902b7-00".formatted(trace));
        String later = app.api().get("/api/v1/version").header("X-Trace-Id");

        awaited(later, "GET /api/v1/version");
        assertThat(trace(trace)).isEmpty();
    }

    @Test
    void scheduledWorkHasTracesOfItsOwn() throws Exception {
        Eventually.becomes(
                true,
                TIME,
                () -> collector.spans().stream()
                        .anyMatch(span -> span.name().startsWith("job ")
                                && span.parentId().isEmpty()));
    }

    @Test
    void noValueTokenOrBodyIsSent() throws Exception {
        String body = Bodies.metric("traces.hidden", "traces").replace("sum(amount)", "sum(hidden_column_4711)");
        app.domain("traces");
        Reply created = app.api().post("/api/v1/metrics", body);
        app.api().get("/api/v1/metrics/traces.hidden?fields=hidden_parameter_4712");
        app.anonymous().send("GET", "/api/v1/metrics", "", "Authorization", "Bearer hidden-token-4713");
        app.anonymous().send("POST", "/api/v1/auth/login", """
                {"email": "hidden-4714@example.com", "password": "hidden-password-4715"}
                """, "Content-Type", "application/json");
        String last = app.api().get("/api/v1/version").header("X-Trace-Id");

        awaited(created.header("X-Trace-Id"), "metric.insert");
        awaited(last, "GET /api/v1/version");
        assertThat(collector.text())
                .contains("metric.insert", "/api/v1/metrics")
                .doesNotContain("traces.hidden", "hidden", "4711", "4712", "4713", "4714", "4715", "Bearer")
                .doesNotContainIgnoringCase("insert into")
                .doesNotContainIgnoringCase("select ");
    }

    @Test
    void whatWasSentIsCounted() throws Exception {
        awaited(app.api().get("/api/v1/version").header("X-Trace-Id"), "GET /api/v1/version");

        Eventually.becomes(true, TIME, () -> Scrape.of(app).value("mdl_trace_spans_total{outcome=\"sent\"}") >= 1);
        assertThat(Scrape.of(app).value("mdl_trace_spans_total{outcome=\"failed\"}"))
                .isZero();
    }

    @Test
    void exemplarsLeadFromTheHistogramToATrace() throws Exception {
        String trace = app.api().get("/openapi.yaml").header("X-Trace-Id");

        Eventually.becomes(
                true,
                TIME,
                () -> app.admin()
                        .send("GET", "/metrics", "", "Accept", "application/openmetrics-text")
                        .body()
                        .lines()
                        .anyMatch(line -> line.contains("http_route=\"/openapi.yaml\"") && line.contains(trace)));
    }

    @Test
    void aStopSendsWhatHasNotBeenSent(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_OTLP_ENDPOINT", collector.endpoint());
        String trace;
        try (var other = new RunningApp(environment)) {
            trace = other.api().get("/api/v1/version").header("X-Trace-Id");
        }

        assertThat(trace(trace)).extracting(SentSpan::name).contains("GET /api/v1/version");
    }

    @Test
    void aCollectorThatIsNotThereHoldsNobodyUp(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_OTLP_ENDPOINT", "http://127.0.0.1:1");
        long begin;
        try (var other = new RunningApp(environment)) {
            assertThat(other.api().get("/api/v1/version").status()).isEqualTo(200);
            Eventually.becomes(
                    true, TIME, () -> Scrape.of(other).value("mdl_trace_spans_total{outcome=\"failed\"}") >= 1);
            begin = System.nanoTime();
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(6));
    }

    private SentSpan awaited(String trace, String name) throws Exception {
        Eventually.becomes(
                true,
                TIME,
                () -> trace(trace).stream().anyMatch(span -> span.name().equals(name)));
        return trace(trace).stream()
                .filter(span -> span.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<SentSpan> trace(String id) {
        return collector.spans().stream()
                .filter(span -> span.traceId().equals(id))
                .toList();
    }
}
