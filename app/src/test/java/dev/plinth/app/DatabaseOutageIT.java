package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Relay;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class DatabaseOutageIT {
    @Test
    void withoutTheDatabaseTheAppSaysSoAndRecoversByItself(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        URI database =
                URI.create(environment.getOrDefault("MDL_DATABASE_URL", "").substring("jdbc:".length()));
        try (var relay = new Relay(database.getPort())) {
            environment.put(
                    "MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d%s".formatted(relay.port(), database.getPath()));
            try (var app = new RunningApp(environment)) {
                app.create("finance.kept", "finance");
                relay.cut();

                assertUnavailable(app.api().get("/api/v1/metrics"));
                assertUnavailable(app.create("finance.lost", "finance"));
                assertUnavailable(app.api().get("/api/v1/exports"));
                assertUnavailable(app.api().send("GET", "/api/v1/exports", "", "Accept-Encoding", "gzip"));
                assertThat(withUnknownKey(app, "/nowhere").status()).isEqualTo(404);
                assertUnavailable(withUnknownKey(app, "/api/v1/metrics"));
                Reply ready = app.admin().get("/health/ready");
                assertThat(ready.status()).isEqualTo(503);
                assertThat(ready.text("/checks/database")).isEqualTo("down");
                assertThat(app.admin().get("/health/live").status()).isEqualTo(200);
                assertThat(app.admin().get("/health/started").status()).isEqualTo(200);

                relay.mend();
                Eventually.becomes(
                        200,
                        Duration.ofSeconds(15),
                        () -> app.admin().get("/health/ready").status());
                Eventually.becomes(
                        201,
                        Duration.ofSeconds(15),
                        () -> app.create("finance.again", "finance").status());
                // While its circuit closes again, the app lets two trials through and refuses what comes beside them.
                Eventually.becomes(
                        List.of("finance.again", "finance.kept"),
                        Duration.ofSeconds(15),
                        () -> app.api().get("/api/v1/metrics").texts("/items", "metric_id"));
            }
        }
    }

    /** Whose key it is only the database could tell. */
    private static Reply withUnknownKey(RunningApp app, String path) throws Exception {
        String key = "mdl_%s_%s".formatted("0".repeat(16), "0".repeat(64));
        return app.anonymous().send("GET", path, "", "Authorization", "Bearer " + key);
    }

    private static void assertUnavailable(Reply reply) {
        assertThat(reply.status()).as(reply.toString()).isEqualTo(503);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        assertThat(reply.text("/code")).isEqualTo("store_unavailable");
        assertThat(reply.text("/retryable")).isEqualTo("true");
    }
}
