package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StatsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningApp app;

    StatsIT(Servers servers) throws Exception {
        app = new RunningApp(servers.environment());
    }

    @BeforeAll
    void fill() throws Exception {
        app.create("stats.plain", "stats");
        app.domain("other");
        app.api().post("/api/v1/metrics", Bodies.fullMetric("stats.full", "other"));
        Reply published = app.api()
                .send(
                        "POST",
                        "/api/v1/metrics/stats.full:publish",
                        "{\"reason\": \"First.\"}",
                        "Content-Type",
                        "application/json",
                        "If-Match",
                        "*");
        assertThat(published.status()).as(published.body()).isEqualTo(200);
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void countsWhatThereIsAndWhatIsMissing() throws Exception {
        Reply stats = app.api().get("/api/v1/stats");

        assertThat(stats.status()).as(stats.body()).isEqualTo(200);
        assertThat(stats.text("/metrics")).isEqualTo("2");
        assertThat(stats.json().at("/by/tier").toString())
                .isEqualTo("[{\"value\":\"1\",\"metrics\":1},{\"value\":\"3\",\"metrics\":1}]");
        assertThat(stats.texts("/by/owner", "value")).containsExactly("Data platform", "Finance");
        assertThat(stats.json().path("missing").toString()).isEqualTo("{\"owner\":1,\"target\":1,\"source\":1}");
        assertThat(stats.json().path("stale").toString()).isEqualTo("{\"days\":180,\"metrics\":0,\"longest\":[]}");
    }

    @Test
    void countsOnlyWhatTheCallerMaySee() throws Exception {
        Reply stats = app.as(Role.VIEWER).get("/api/v1/stats");

        assertThat(stats.text("/metrics")).isEqualTo("1");
        assertThat(stats.body()).doesNotContain("draft").doesNotContain("\"stats\"");
        assertThat(app.as(Role.VIEWER).get("/api/v1/stats/adoption").texts("/domains", "domain"))
                .containsExactly("other");
        assertThat(app.as(Role.VIEWER).get("/api/v1/facets?facets=domain").texts("/facets/domain", "value"))
                .containsExactly("other");
        assertThat(app.as(Role.VIEWER).get("/api/v1/search?q=plain").json().path("items"))
                .isEmpty();
        assertThat(app.as(Role.VIEWER)
                        .get("/api/v1/search/suggest?q=stats.p")
                        .json()
                        .path("items"))
                .isEmpty();
        assertThat(app.anonymous().get("/api/v1/stats").status()).isEqualTo(401);
    }

    @Test
    void tellsHowFarDomainsHaveCome() throws Exception {
        Reply adoption = app.api().get("/api/v1/stats/adoption");

        assertThat(adoption.text("/total/metrics")).isEqualTo("2");
        assertThat(adoption.text("/total/published")).isEqualTo("1");
        assertThat(adoption.texts("/domains", "domain")).containsExactly("other", "stats");
        assertThat(adoption.texts("/domains", "owned")).containsExactly("1", "0");
    }

    @Test
    void countsReadsAndForgetsNone() throws Exception {
        for (int read = 0; read < 3; read++) {
            app.api().get("/api/v1/metrics/stats.full");
        }
        app.as(Role.VIEWER).get("/api/v1/metrics/stats.plain");
        app.api().get("/api/v1/metrics/stats.none");

        Eventually.becomes(
                "3", PATIENCE, () -> app.api().get("/api/v1/stats/usage").text("/most_read/0/reads"));
        Reply usage = app.api().get("/api/v1/stats/usage?days=1&limit=1");
        assertThat(usage.text("/reads")).isEqualTo("3");
        assertThat(usage.texts("/most_read", "metric_id")).containsExactly("stats.full");
        assertThat(usage.json().path("by_day")).hasSize(1);
    }

    @Test
    void numbersOutOfRangeAreRefused() throws Exception {
        assertThat(app.api().get("/api/v1/stats?stale_days=0").status()).isEqualTo(400);
        assertThat(app.api().get("/api/v1/stats/usage?days=61").text("/errors/0/detail"))
                .contains("1 to 60");
        assertThat(app.api().get("/api/v1/stats/usage?limit=x").status()).isEqualTo(400);
        assertThat(app.api().get("/api/v1/stats/adoption?x=1").status()).isEqualTo(400);
    }
}
