package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Author;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class CacheIT {
    private static final String FACETS = "/api/v1/facets";
    private static final String METRICS = "/api/v1/metrics";
    private static final Duration TIME = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void aReaderNeverGetsAnEditorsDraftFromTheCache(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = new RunningApp(on(servers.environment(), redis.url()))) {
            var author = new Author(app.api());
            Client viewer = app.as(Role.VIEWER);
            app.create("cache.draft", "cache");
            app.create("cache.shown", "cache");
            author.publish("cache.shown");
            author.patch("cache.shown", """
                    {"name": "Not agreed yet"}""");
            for (String path : new String[] {"/cache.draft", "/cache.shown?view=draft", "", "?view=draft"}) {
                hit(app.api(), METRICS + path);
            }

            assertThat(viewer.get(METRICS + "/cache.draft").status()).isEqualTo(404);
            assertThat(viewer.get(METRICS + "/cache.shown").text("/name")).isEqualTo("A metric");
            Reply page = viewer.get(METRICS);
            assertThat(page.texts("/items", "metric_id")).containsExactly("cache.shown");
            assertThat(page.texts("/items", "name")).containsExactly("A metric");
            assertThat(app.api().get(METRICS).texts("/items", "metric_id"))
                    .containsExactly("cache.draft", "cache.shown");
        }
    }

    @Test
    void listsAreKeptUntilWhatTheyShowChanges(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = new RunningApp(on(servers.environment(), redis.url()))) {
            var author = new Author(app.api());
            Client viewer = app.as(Role.VIEWER);
            app.create("cache.listed", "cache");
            author.publish("cache.listed");
            hit(viewer, METRICS);
            hit(app.api(), METRICS + "?view=draft");

            author.patch("cache.listed", """
                    {"name": "Another name"}""");
            Reply published = viewer.get(METRICS);
            assertThat(published.header("X-Cache")).isEqualTo("HIT");
            assertThat(published.header("Age")).matches("[0-9]+");
            assertThat(app.api().get(METRICS + "?view=draft").texts("/items", "name"))
                    .containsExactly("Another name");

            author.publish("cache.listed");
            assertThat(viewer.get(METRICS).texts("/items", "name")).containsExactly("Another name");
        }
    }

    @Test
    void facetsAreKeptUntilWhatTheyCountChanges(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = new RunningApp(on(servers.environment(), redis.url()))) {
            app.create("cache.counted", "cache");
            hit(app.api(), FACETS + "?facets=domain&view=draft");
            assertThat(app.api().get(FACETS + "?view=draft&facets=domain").header("X-Cache"))
                    .isEqualTo("HIT");

            app.create("cache.second", "cache");

            assertThat(app.api().get(FACETS + "?facets=domain&view=draft").text("/facets/domain/0/metrics"))
                    .isEqualTo("2");
            assertThat(app.as(Role.VIEWER).get(FACETS + "?facets=domain").json().at("/facets/domain"))
                    .isEmpty();
        }
    }

    @Test
    void whatOneInstanceHasWrittenTheOtherOneTellsAtOnce(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0)) {
            Map<String, String> environment = on(servers.environment(), redis.url());
            try (var app = new RunningApp(environment);
                    var other = Application.start(Configuration.from(environment));
                    var there = new Client(other.apiPort(), token(app))) {
                app.create("cache.written", "cache");
                var author = new Author(app.api());
                up(app);
                var done = new AtomicBoolean();
                try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    // Others read all the time, and so keep putting into the cache what they have just seen.
                    Future<?> reading = threads.submit(() -> {
                        while (!done.get()) {
                            there.get(METRICS + "/cache.written");
                            app.api().get(METRICS + "/cache.written");
                        }
                        return "";
                    });
                    for (int change = 0; change < 40; change++) {
                        String name = "Name " + change;
                        author.patch("cache.written", "{\"name\": \"%s\"}".formatted(name), "*");
                        assertThat(there.get(METRICS + "/cache.written").text("/name"))
                                .isEqualTo(name);
                        assertThat(there.get(METRICS + "?fields=name").text("/items/0/name"))
                                .isEqualTo(name);
                    }
                    done.set(true);
                    reading.get();
                }
            }
        }
    }

    @Test
    void onlyAdministratorsCanPassTheCacheBy(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = new RunningApp(on(servers.environment(), redis.url()))) {
            app.create("cache.passed", "cache");
            new Author(app.api()).publish("cache.passed");
            hit(app.api(), METRICS + "/cache.passed");
            hit(app.as(Role.VIEWER), METRICS + "/cache.passed");

            assertThat(anew(app.api()).header("X-Cache")).isEqualTo("BYPASS");
            assertThat(anew(app.as(Role.VIEWER)).header("X-Cache")).isEqualTo("HIT");
        }
    }

    @Test
    void aNewMemoryIsWarmedWithWhatIsReadMost(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        try (var app = new RunningApp(environment)) {
            app.domain("cache");
            app.api().post(METRICS, Bodies.fullMetric("cache.first-tier", "cache"));
            new Author(app.api()).publish("cache.first-tier");
            app.create("cache.third-tier", "cache");
            new Author(app.api()).publish("cache.third-tier");
            try (var redis = servers.expendableRedis(folder, 0);
                    var fresh = Application.start(Configuration.from(on(environment, redis.url())));
                    var probe = new Client(fresh.adminPort());
                    var viewer = new Client(fresh.apiPort(), token(app, Role.VIEWER))) {
                Eventually.becomes(
                        true,
                        TIME,
                        () -> probe.get("/metrics").body().contains("mdl_cache_requests_total{cache=\"metric\""));

                Eventually.becomes(
                        "HIT",
                        TIME,
                        () -> viewer.get(METRICS + "/cache.first-tier").header("X-Cache"));
                for (String path : new String[] {"/cache.first-tier", "", "?domain=cache"}) {
                    assertThat(viewer.get(METRICS + path).header("X-Cache"))
                            .as(path)
                            .isEqualTo("HIT");
                }
                assertThat(viewer.get(METRICS + "/cache.third-tier").header("X-Cache"))
                        .isEqualTo("MISS");
            }
        }
    }

    private static Map<String, String> on(Map<String, String> environment, String redis) {
        environment.put("MDL_REDIS_URL", redis);
        return environment;
    }

    private static String token(RunningApp app) {
        return app.api().authorization().substring("Bearer ".length());
    }

    private static String token(RunningApp app, Role role) {
        return app.as(role).authorization().substring("Bearer ".length());
    }

    /** The connection is made in the background. */
    private static void up(RunningApp app) throws Exception {
        Eventually.becomes("up", TIME, () -> app.admin().get("/health/ready").text("/status"));
    }

    private static void hit(Client client, String path) throws Exception {
        Eventually.becomes("HIT", TIME, () -> client.get(path).header("X-Cache"));
    }

    private static Reply anew(Client client) throws Exception {
        return client.send("GET", METRICS + "/cache.passed", "", "Cache-Control", "no-cache");
    }
}
