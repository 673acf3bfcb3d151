package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Author;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.KeptAnswers;
import dev.plinth.app.support.Relay;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Answers that are too old, which are given while the database cannot be asked for newer ones. */
@ExtendWith(Servers.Extension.class)
final class StaleIT {
    private static final String METRIC = "/api/v1/metrics/stale.kept";
    private static final Duration TIME = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    @Test
    void anOldAnswerIsGivenForAMinuteWhileTheDatabaseIsAway(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        URI database =
                URI.create(environment.getOrDefault("MDL_DATABASE_URL", "").substring("jdbc:".length()));
        try (var relay = new Relay(database.getPort());
                var redis = servers.expendableRedis(folder, 0);
                var kept = new KeptAnswers(redis.url(), environment.getOrDefault("MDL_REDIS_PASSWORD", ""))) {
            environment.put(
                    "MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d%s".formatted(relay.port(), database.getPath()));
            environment.put("MDL_REDIS_URL", redis.url());
            try (var app = new RunningApp(environment)) {
                app.create("stale.kept", "stale");
                new Author(app.api()).publish("stale.kept");
                Eventually.becomes("HIT", TIME, () -> app.api().get(METRIC).header("X-Cache"));

                kept.endGood(Duration.ofSeconds(1));
                assertThat(app.api().get(METRIC).header("X-Cache")).isEqualTo("MISS");
                Eventually.becomes("HIT", TIME, () -> app.api().get(METRIC).header("X-Cache"));

                relay.cut();
                assertThat(app.api().get(METRIC).header("X-Cache")).isEqualTo("HIT");
                kept.endGood(Duration.ofSeconds(1));
                assertStale(app.api().get(METRIC));

                kept.endGood(Duration.ofSeconds(61));
                assertThat(app.api().get(METRIC).text("/code")).isEqualTo("store_unavailable");

                relay.mend();
                Eventually.becomes("HIT", TIME, () -> app.api().get(METRIC).header("X-Cache"));
            }
        }
    }

    private static void assertStale(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(200);
        assertThat(reply.header("X-Cache")).isEqualTo("STALE");
        // Answers are good for 35 minutes at least.
        assertThat(Long.parseLong(reply.header("Age"))).isGreaterThan(35 * 60);
        assertThat(reply.text("/metric_id")).isEqualTo("stale.kept");
    }
}
