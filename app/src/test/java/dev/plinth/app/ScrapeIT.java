package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Scrape;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScrapeIT {
    private final RunningApp app;

    ScrapeIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void isServedOnTheAdminSocketOnly() throws Exception {
        Reply scrape = app.admin().get("/metrics");

        assertThat(scrape.status()).isEqualTo(200);
        assertThat(scrape.header("Content-Type")).isEqualTo("text/plain; version=0.0.4; charset=utf-8");
        assertThat(app.api().get("/metrics").status()).isEqualTo(404);
    }

    @Test
    void isInOpenMetricsForThoseWhoAskForIt() throws Exception {
        Reply scrape = app.admin()
                .send("GET", "/metrics", "", "Accept", "application/openmetrics-text;version=1.0.0,text/plain;q=0.5");

        assertThat(scrape.header("Content-Type"))
                .isEqualTo("application/openmetrics-text; version=1.0.0; charset=utf-8");
        assertThat(scrape.body()).endsWith("# EOF\n");
    }

    @Test
    void requestsAreCountedByRouteAndNeverByAddress() throws Exception {
        app.api().get("/api/v1/metrics/finance.no-such-metric");
        app.api().get("/no/such/address");
        app.api().send("BREW", "/api/v1/version", "");

        counted("GET", 404, "/api/v1/metrics/{id}");
        counted("GET", 404, "none");
        counted("_OTHER", 405, "none");
        assertThat(Scrape.of(app).text()).doesNotContain("no-such-metric", "BREW", "/no/such/address");
    }

    @Test
    void durationsAreCountedInTheBucketsOfTheObjectives() throws Exception {
        app.api().get("/openapi.json");
        counted("GET", 200, "/openapi.json");

        assertThat(Scrape.of(app)
                        .text()
                        .lines()
                        .filter(line -> line.startsWith("http_server_request_duration_seconds_bucket")
                                && line.contains("http_route=\"/openapi.json\""))
                        .map(line -> line.replaceAll(".*le=\"([^\"]*)\".*", "$1")))
                .containsExactly(
                        "0.005", "0.01", "0.025", "0.05", "0.1", "0.2", "0.3", "0.5", "1.0", "2.5", "5.0", "10.0",
                        "+Inf");
    }

    @Test
    void bodiesAreMeasuredInBytes() throws Exception {
        String body = "{\"name\": \"x\"}";
        Reply refused = app.api().post("/api/v1/webhooks", body);
        counted("POST", refused.status(), "/api/v1/webhooks");

        String labels = "{http_request_method=\"POST\",http_route=\"/api/v1/webhooks\"}";
        assertThat(Scrape.of(app).value("http_server_request_size_bytes_sum" + labels))
                .isEqualTo(body.length());
        assertThat(Scrape.of(app).value("http_server_response_size_bytes_sum" + labels))
                .isGreaterThan(refused.body().length());
    }

    @Test
    void requestsInFlightAreBackToNoneWhenTheyAreDone() throws Exception {
        app.api().get("/api/v1/version");

        Eventually.becomes(0.0, Duration.ofSeconds(5), () -> Scrape.of(app).value("http_server_active_requests"));
    }

    @Test
    void healthTellsPeopleWhatEachCheckFoundAndWhichSchemaThereIs() throws Exception {
        Eventually.becomes(
                true,
                Duration.ofSeconds(10),
                () -> app.admin().get("/health").json().at("/schema/version").asInt() > 0);
        JsonNode health = app.admin().get("/health").json();

        assertThat(health.at("/phase").asText()).isEqualTo("serving");
        assertThat(health.at("/checks/database/status").asText()).isEqualTo("up");
        assertThat(health.at("/checks/database/required").asBoolean()).isTrue();
        assertThat(health.at("/checks/database/latency_ms").asDouble()).isPositive();
        assertThat(health.at("/checks/redis/required").asBoolean()).isFalse();
        assertThat(health.at("/schema/version")).isEqualTo(health.at("/schema/expected"));
        assertThat(app.api().get("/health").status()).isEqualTo(404);
    }

    @Test
    void callersWhoAreNotLetInAreCountedByWhatTheyShowed() throws Exception {
        app.anonymous().get("/api/v1/metrics");
        app.anonymous().post("/api/v1/auth/login", "{\"email\": \"x@example.com\", \"password\": \"not the one\"}");
        app.anonymous().send("GET", "/api/v1/metrics", "", "Authorization", "Bearer mdl_test_none");
        app.anonymous().send("GET", "/api/v1/metrics", "", "Authorization", "Bearer x.y.z");

        for (String reason : new String[] {"missing", "password", "api_key", "access_token"}) {
            Eventually.becomes(
                    1.0,
                    Duration.ofSeconds(5),
                    () -> Scrape.of(app).value("mdl_auth_failures_total{reason=\"%s\"}".formatted(reason)));
        }
    }

    @Test
    void theCatalogueIsCountedByWhatItsMetricsLack() throws Exception {
        app.create("scrape.bare", "scrape");

        String labels = "{missing=\"%s\",status=\"draft\",tier=\"3\"}";
        for (String missing : new String[] {"owner", "target", "source"}) {
            Eventually.becomes(
                    1.0,
                    Duration.ofSeconds(30),
                    () -> Scrape.of(app).value("mdl_catalog_metrics" + labels.formatted(missing)));
        }
        assertThat(Scrape.of(app).value("mdl_catalog_metrics" + labels.formatted("none")))
                .isNaN();
    }

    /** A request is counted when its answer has been sent, so a moment after the client has it. */
    private void counted(String method, int status, String route) throws Exception {
        String labels = "{http_request_method=\"%s\",http_response_status_code=\"%d\",http_route=\"%s\"}"
                .formatted(method, status, route);
        Eventually.becomes(
                true,
                Duration.ofSeconds(5),
                () -> Scrape.of(app).value("http_server_request_duration_seconds_count" + labels) >= 1);
    }
}
