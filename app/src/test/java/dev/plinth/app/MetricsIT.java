package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetricsIT {
    private final RunningApp app;

    MetricsIT(Servers servers) throws SQLException {
        app = new RunningApp(servers.environment());
    }

    @AfterAll
    void stop() {
        app.close();
    }

    @Test
    void keepsAMetricAsItWasWritten() throws Exception {
        app.domain("finance");

        Reply created = app.api().post("/api/v1/metrics", Bodies.fullMetric("finance.gross-margin", "finance"));

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.header("Location")).isEqualTo("/api/v1/metrics/finance.gross-margin");
        assertThat(created.text("/name")).isEqualTo("Gross margin ✓");
        assertThat(created.text("/description")).isEqualTo("Line one.\nLine two: 100 %.");
        assertThat(created.text("/tier")).isEqualTo("1");
        assertThat(created.text("/metric_type")).isEqualTo("leading");
        assertThat(created.text("/calc_type")).isEqualTo("ratio");
        assertThat(created.json().at("/tags").toString()).isEqualTo("[\"board\",\"cash\"]");
        assertThat(created.text("/definition/expressions/0/expression"))
                .isEqualTo("sum(a) / sum(b) -- '; drop table metric; :x ? ::int");
        assertThat(created.text("/definition/expressions/1/dialect")).isEqualTo("dax");
        assertThat(created.text("/status")).isEqualTo("draft");
        assertThat(created.text("/revision")).isEqualTo("1");
        assertThat(UUID.fromString(created.text("/uid")).version()).isEqualTo(7);

        // From the database, then from the cache: the same bytes.
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
        assertThat(app.api().get(created.header("Location")).body()).isEqualTo(created.body());
    }

    @Test
    void fillsInWhatMayBeLeftOut() throws Exception {
        Reply created = app.create("sales.win-rate", "sales");

        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        assertThat(created.text("/tier")).isEqualTo("3");
        assertThat(created.text("/calc_type")).isEqualTo("simple");
        assertThat(created.json().at("/tags")).isEmpty();
    }

    @Test
    void refusesASecondMetricOfTheSameId() throws Exception {
        app.create("support.first", "support");

        Reply again = app.create("support.first", "support");

        assertThat(again.status()).isEqualTo(409);
        assertThat(again.text("/code")).isEqualTo("already_exists");
        assertThat(again.text("/detail")).isEqualTo("A metric with the id 'support.first' exists already.");
    }

    @Test
    void answersHeadWithTheHeadersOfGet() throws Exception {
        app.create("head.one", "head");

        Reply head = app.api().send("HEAD", "/api/v1/metrics/head.one", "");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(String.valueOf(
                        app.api().get("/api/v1/metrics/head.one").body().length()));
    }

    @Test
    void everyAnswerSaysWhichRequestAndWhichColourItIs() throws Exception {
        Reply named = app.api().send("GET", "/api/v1/version", "", "X-Request-Id", "test-17");
        Reply unnamed = app.api().send("GET", "/nowhere", "", "X-Request-Id", "no spaces, please");

        assertThat(named.header("X-Request-Id")).isEqualTo("test-17");
        assertThat(named.header("X-Plinth-Colour")).isEqualTo("blue");
        assertThat(UUID.fromString(unnamed.header("X-Request-Id"))).isNotNull();
        assertThat(unnamed.text("/request_id")).isEqualTo(unnamed.header("X-Request-Id"));
        assertThat(unnamed.header("X-Plinth-Colour")).isEqualTo("blue");
    }

    @Test
    void tellsAStrangerWhereThingsAre() throws Exception {
        Reply index = app.api().get("/");

        assertThat(index.status()).isEqualTo(200);
        for (String link : new String[] {"metrics", "version", "openapi"}) {
            assertThat(app.api().get(index.text("/links/" + link)).status())
                    .as(link)
                    .isEqualTo(200);
        }
        assertThat(app.api().get("/api/v1/version").text("/colour")).isEqualTo("blue");
    }

    @Test
    void healthChecksAnswerOnTheirOwnSocketOnly() throws Exception {
        for (String check : new String[] {"live", "started", "ready"}) {
            assertThat(app.admin().get("/health/" + check).status()).as(check).isEqualTo(200);
            assertThat(app.api().get("/health/" + check).status()).as(check).isEqualTo(404);
        }
        assertThat(app.admin().get("/health/ready").json().toString())
                .isEqualTo("{\"status\":\"up\",\"checks\":{\"database\":\"up\",\"redis\":\"up\"}}");
    }

    @Test
    void ofSeveralThatCreateTheSameMetricAtOnceOneSucceeds() throws Exception {
        Callable<Integer> create = () -> app.create("race.one", "race").status();
        List<Integer> statuses = new ArrayList<>();
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> status : racers.invokeAll(Collections.nCopies(8, create))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsOnly(201, 409).containsOnlyOnce(201);
    }
}
