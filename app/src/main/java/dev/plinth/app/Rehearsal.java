package dev.plinth.app;

import static java.lang.System.Logger.Level.DEBUG;
import static java.lang.System.Logger.Level.INFO;

import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.plinth.app.access.Principal;
import dev.plinth.app.cache.ReadThrough;
import dev.plinth.app.http.AdminServer;
import dev.plinth.app.http.Admission;
import dev.plinth.app.http.Api;
import dev.plinth.app.http.ApiServer;
import dev.plinth.app.http.CachedReplies;
import dev.plinth.app.http.Colour;
import dev.plinth.app.http.ConditionalLayer;
import dev.plinth.app.http.Identity;
import dev.plinth.app.http.Listen;
import dev.plinth.app.http.Manners;
import dev.plinth.app.http.MannersSettings;
import dev.plinth.app.http.Pages;
import dev.plinth.app.http.discovery.DiscoveryOperations;
import dev.plinth.app.http.metrics.FacetCounts;
import dev.plinth.app.http.metrics.MetricAnswers;
import dev.plinth.app.http.metrics.MetricOperations;
import dev.plinth.app.http.performance.PerformanceOperations;
import dev.plinth.app.jobs.Job;
import dev.plinth.app.jobs.Jobs;
import dev.plinth.app.lifecycle.Check;
import dev.plinth.app.lifecycle.Health;
import dev.plinth.app.limits.RateLimits;
import dev.plinth.app.limits.Rates;
import dev.plinth.app.performance.Performance;
import dev.plinth.app.postgres.Database;
import dev.plinth.app.postgres.DatabaseSettings;
import dev.plinth.app.postgres.Login;
import dev.plinth.app.redis.RedisCache;
import dev.plinth.app.redis.RedisSettings;
import dev.plinth.app.telemetry.Telemetry;
import dev.plinth.app.telemetry.TraceSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The command {@code rehearse}: starts the servers, answers requests and ends, without a database or a Redis. A JVM
 * that watches it knows afterwards which classes a start needs; the image's build keeps that for every later start.
 */
final class Rehearsal {
    private static final System.Logger LOG = System.getLogger(Rehearsal.class.getName());
    private static final String HOST = "127.0.0.1";
    private static final Duration FINISH = Duration.ofSeconds(1);

    /** Enough for the JVM to see which methods are called often. */
    private static final int ROUNDS = 300;

    private static final MannersSettings SETTINGS =
            new MannersSettings(new Admission(100, 10, 10), new Rates(100_000, 100_000, 100_000), Set.of());

    static void run() {
        var closings = new Closings();
        try {
            var health = new Health();
            var identity = new Identity(Colour.BLUE, Builds.current());
            var telemetry = new Telemetry(TraceSettings.OFF, identity.service());
            closings.add(telemetry::close);
            var admin = new AdminServer(new Listen(HOST, 0, FINISH), Colour.BLUE, health, telemetry.meters());
            closings.add(admin::close);
            var cache =
                    new RedisCache(new RedisSettings("redis://%s:%d".formatted(HOST, closedPort()), "none"), telemetry);
            closings.add(cache::close);
            var metrics = RehearsalStore.metrics();
            var readThrough = new ReadThrough(cache, telemetry.meters().registry(), Clock.systemUTC());
            var answers = new MetricAnswers(new CachedReplies(readThrough));
            var performance = new Performance(telemetry, Clock.systemUTC());
            var operations = Api.of(List.of(
                    new DiscoveryOperations(identity),
                    new MetricOperations(metrics, answers, new FacetCounts((asked, text, facets) -> List.of())),
                    new PerformanceOperations(performance)));
            var manners = new Manners(
                    SETTINGS,
                    new RateLimits(
                            SETTINGS.rates(), cache.rates(), telemetry.meters().registry()),
                    telemetry);
            var content = new ApiServer.Content(
                    operations,
                    (authorization, address) -> Principal.APP,
                    List.of(new ConditionalLayer()),
                    manners,
                    Pages.NONE);
            var api = new ApiServer(new Listen(HOST, 0, FINISH), identity, health, content);
            closings.add(api::close);
            health.serve(List.of(new Check("redis", false, cache::isUp)));
            telemetry.meters().watchMachine();
            var jobs = new Jobs(List.of(new Job("rehearsal", FINISH, Rehearsal::nothing)), telemetry);
            closings.add(jobs::close);
            missTheDatabase();
            for (int round = 0; round < ROUNDS; round++) {
                play(round, api.port(), admin.port());
            }
            LOG.log(INFO, "Rehearsed", Map.of("rounds", ROUNDS));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            closings.closeAll();
        }
    }

    private static void nothing() {
        LOG.log(DEBUG, "A job ran");
    }

    /** Loads the pool and the driver, as far as they come without a server. */
    private static void missTheDatabase() throws IOException {
        var nowhere = new Login("jdbc:postgresql://%s:%d/none".formatted(HOST, closedPort()), "none", "none");
        try {
            new Database(new DatabaseSettings(nowhere, 1, Duration.ZERO, true)).close();
        } catch (PoolInitializationException expected) {
            LOG.log(INFO, "No database, as planned");
        }
    }

    private static void play(int round, int apiPort, int adminPort) throws IOException {
        call(apiPort, "/api/v1/metrics", metric(round));
        call(apiPort, "/api/v1/metrics/rehearsal.round-%d".formatted(round), "");
        call(apiPort, "/api/v1/metrics?domain=rehearsal&limit=5", "");
        call(apiPort, "/api/v1/metrics", "{}");
        call(apiPort, "/openapi.yaml", "");
        call(apiPort, "/api/v1/performance/stats", "");
        call(adminPort, "/health/started", "");
        call(adminPort, "/health/ready", "");
        call(adminPort, "/metrics", "");
    }

    private static String metric(int round) {
        return """
                {"metric_id": "rehearsal.round-%d", "name": "Round", "domain": "rehearsal", "metric_type": "lagging",
                 "description": "A metric of the rehearsal.",
                 "definition": {"unit": "count",
                                "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]}}
                """.formatted(round);
    }

    private static void call(int port, String path, String json) throws IOException {
        var url = URI.create("http://%s:%d%s".formatted(HOST, port, path)).toURL();
        var connection = (HttpURLConnection) url.openConnection();
        if (!json.isEmpty()) {
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        }
        var answer = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getInputStream()
                : connection.getErrorStream();
        // Read to its end, so that the connection is used again.
        answer.readAllBytes();
    }

    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Rehearsal() {}
}
