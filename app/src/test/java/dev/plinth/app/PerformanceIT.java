package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PerformanceIT {
    private static final String STATS = "/api/v1/performance/stats";
    private static final String SLOW_QUERIES = "/api/v1/performance/slow-queries";

    private final RunningApp app;

    PerformanceIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void onlyThoseWhoLookAfterTheAppSeeHowFastItIs() throws Exception {
        for (String path : new String[] {STATS, SLOW_QUERIES}) {
            assertThat(app.api().get(path).status()).as(path).isEqualTo(200);
            assertThat(app.as(Role.REVIEWER).get(path).status()).as(path).isEqualTo(403);
            assertThat(app.anonymous().get(path).status()).as(path).isEqualTo(401);
            assertThat(app.api().get(path + "?unknown=1").status()).as(path).isEqualTo(400);
        }
    }

    @Test
    void requestsAreCountedByRoute() throws Exception {
        app.api().get("/api/v1/metrics/performance.none");
        app.api().get("/api/v1/metrics/performance.none");

        Eventually.becomes(
                true,
                Duration.ofSeconds(5),
                () -> route("GET /api/v1/metrics/{id}").at("/since_start/count").asInt() >= 2);
        JsonNode route = route("GET /api/v1/metrics/{id}");
        assertThat(route.at("/since_start/errors").asInt()).isZero();
        assertThat(route.at("/recently/count").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(route.at("/since_start/p50_ms").asDouble()).isPositive();
        assertThat(route.at("/since_start/p99_ms").asDouble())
                .isGreaterThanOrEqualTo(route.at("/since_start/p50_ms").asDouble());
    }

    @Test
    void statementsAreToldByNameOnly() throws Exception {
        app.create("performance.hidden-4711", "performance");

        Reply slow = app.api().get(SLOW_QUERIES);

        assertThat(slow.texts("/items", "query"))
                .contains("metric.insert")
                .allMatch(name -> name.matches("[a-z0-9_.]+"));
        assertThat(slow.body()).doesNotContain("4711").doesNotContainIgnoringCase("select");
        assertThat(slow.json().at("/items").findValues("p95_ms").stream().map(JsonNode::asDouble))
                .isNotEmpty();
    }

    @Test
    void theSlowestStatementComesFirst() throws Exception {
        JsonNode items = app.api().get(SLOW_QUERIES).json().at("/items");

        double before = Double.MAX_VALUE;
        for (JsonNode item : items) {
            double now = item.at("/since_start/p95_ms").asDouble();
            assertThat(now).isLessThanOrEqualTo(before);
            before = now;
        }
        assertThat(items).isNotEmpty();
    }

    @Test
    void thePoolTheMemoryAndTheJobsAreShown() throws Exception {
        Eventually.becomes(
                true,
                Duration.ofSeconds(10),
                () -> app.api().get(STATS).json().at("/jobs/0").has("last_success_at"));
        JsonNode stats = app.api().get(STATS).json();

        assertThat(Instant.parse(stats.at("/since").asText())).isBefore(Instant.now());
        assertThat(stats.at("/recent_minutes").asInt()).isEqualTo(5);
        assertThat(stats.at("/pool/max").asInt()).isEqualTo(10);
        assertThat(stats.at("/memory/heap_used_bytes").asLong()).isPositive();
        assertThat(stats.at("/jobs/0/runs").asInt()).isPositive();
        assertThat(stats.at("/jobs/0/failures").asInt()).isZero();
    }

    private JsonNode route(String name) throws Exception {
        for (JsonNode route : app.api().get(STATS).json().at("/requests")) {
            if (route.at("/route").asText().equals(name)) {
                return route;
            }
        }
        return app.api().get(STATS).json().at("/nowhere");
    }
}
