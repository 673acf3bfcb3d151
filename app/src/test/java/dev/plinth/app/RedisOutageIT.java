package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.local.LocalRedis;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class RedisOutageIT {
    private static final String METRIC = "/api/v1/metrics/finance.net-revenue";

    @TempDir
    private Path folder;

    @Test
    void aMetricComesFromTheDatabaseOnceAndThenFromTheCache(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = appConnectedTo(redis, servers)) {
            assertThat(cacheUses(app, 3)).containsExactly("MISS", "HIT", "HIT");
        }
    }

    @Test
    void withoutRedisTheAppStartsAnswersAndIsReady(Servers servers) throws Exception {
        int nobody;
        try (var redis = servers.expendableRedis(folder, 0)) {
            nobody = redis.port();
        }
        try (var app = appOn(servers, nobody)) {
            assertThat(cacheUses(app, 2)).containsExactly("BYPASS", "BYPASS");
            assertReady(app, "degraded");
        }
    }

    @Test
    void aRedisThatDiesIsGoneWithoutAndTakenUpAgainWhenItIsBack(Servers servers) throws Exception {
        LocalRedis redis = servers.expendableRedis(folder, 0);
        try (var app = appConnectedTo(redis, servers)) {
            assertThat(cacheUses(app, 2)).containsExactly("MISS", "HIT");
            redis.close();
            assertThat(cacheUses(app, 3)).containsOnly("BYPASS");
            assertReady(app, "degraded");

            try (var again = servers.expendableRedis(folder, redis.port())) {
                Eventually.becomes("HIT", Duration.ofSeconds(10), () -> cacheUse(app));
                assertReady(app, "up");
                assertThat(again.port()).isEqualTo(redis.port());
            }
        }
    }

    @Test
    void aRedisThatHangsCostsLittleTimeAndSoonNone(Servers servers) throws Exception {
        try (var redis = servers.expendableRedis(folder, 0);
                var app = appConnectedTo(redis, servers)) {
            assertThat(cacheUses(app, 2)).containsExactly("MISS", "HIT");
            signal(redis, "STOP");
            for (int call = 0; call < 5; call++) {
                assertThat(timeOfBypass(app)).isLessThan(Duration.ofSeconds(2));
            }
            // The breaker is open now: five more together take less than one that waits for Redis.
            long begin = System.nanoTime();
            for (int call = 0; call < 5; call++) {
                timeOfBypass(app);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(1));
            assertReady(app, "degraded");

            signal(redis, "CONT");
            Eventually.becomes("HIT", Duration.ofSeconds(10), () -> cacheUse(app));
        }
    }

    private static RunningApp appOn(Servers servers, int redisPort) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_REDIS_URL", "redis://127.0.0.1:" + redisPort);
        var app = new RunningApp(environment);
        app.create("finance.net-revenue", "finance");
        return app;
    }

    /** The connection is made in the background: the app is up when it says so. */
    private static RunningApp appConnectedTo(LocalRedis redis, Servers servers) throws Exception {
        var app = appOn(servers, redis.port());
        Eventually.becomes(
                "up",
                Duration.ofSeconds(10),
                () -> app.admin().get("/health/ready").text("/status"));
        return app;
    }

    private static String cacheUse(RunningApp app) throws Exception {
        Reply reply = app.api().get(METRIC);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        return reply.header("X-Cache");
    }

    private static List<String> cacheUses(RunningApp app, int calls) throws Exception {
        var uses = new ArrayList<String>();
        for (int call = 0; call < calls; call++) {
            uses.add(cacheUse(app));
        }
        return uses;
    }

    private static Duration timeOfBypass(RunningApp app) throws Exception {
        long begin = System.nanoTime();
        assertThat(cacheUse(app)).isEqualTo("BYPASS");
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    private static void assertReady(RunningApp app, String status) throws Exception {
        Reply ready = app.admin().get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text("/status")).isEqualTo(status);
    }

    private static void signal(LocalRedis redis, String signal) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(redis.pid()))
                .start()
                .waitFor();
    }
}
