package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.UnfinishedRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Servers.Extension.class)
final class OverloadIT {
    @Test
    void whoComesWhileTheAppHasTooMuchToDoIsToldToComeAgain(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_HTTP_REQUESTS_MAX", "1");
        environment.put("MDL_HTTP_WAITING_MAX", "0");
        try (var app = new RunningApp(environment);
                var busy = new UnfinishedRequest(app.apiPort(), app.api().authorization(), "unfinished")) {
            Eventually.becomes(
                    503,
                    Duration.ofSeconds(5),
                    () -> app.anonymous().get("/api/v1/version").status());
            Reply refused = app.anonymous().get("/api/v1/version");

            assertThat(refused.text("/code")).isEqualTo("overloaded");
            assertThat(refused.text("/retryable")).isEqualTo("true");
            assertThat(refused.header("Retry-After")).isEqualTo("1");
            assertThat(refused.header("X-Request-Id")).isNotEmpty();
            assertThat(app.admin().get("/health/ready").status()).isEqualTo(200);
            assertThat(app.admin().get("/metrics").body()).contains("mdl_http_rejected_total{reason=\"overloaded\"}");

            busy.finish();
            Eventually.becomes(
                    200,
                    Duration.ofSeconds(5),
                    () -> app.anonymous().get("/api/v1/version").status());
        }
    }

    @Test
    void whoWaitsAMomentForTheirTurnIsServed(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_HTTP_REQUESTS_MAX", "1");
        environment.put("MDL_HTTP_WAITING_MAX", "5");
        try (var app = new RunningApp(environment);
                var busy = new UnfinishedRequest(app.apiPort(), app.api().authorization(), "unfinished")) {
            Thread.ofVirtual().start(() -> finishSoon(busy));

            assertThat(app.anonymous().get("/api/v1/version").status()).isEqualTo(200);
        }
    }

    private static void finishSoon(UnfinishedRequest busy) {
        try {
            Thread.sleep(300);
            busy.finish();
        } catch (IOException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
