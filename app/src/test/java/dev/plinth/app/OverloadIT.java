package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
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
                var busy = new UnfinishedRequest(app)) {
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
                var busy = new UnfinishedRequest(app)) {
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

    /** A request whose last byte is not sent before it is told to finish. */
    private static final class UnfinishedRequest implements AutoCloseable {
        private static final String BODY = Bodies.domain("unfinished").strip();

        private final Socket socket;

        UnfinishedRequest(RunningApp app) throws IOException {
            String head = "POST /api/v1/domains HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    + "Authorization: %s\r\nContent-Length: %d\r\n\r\n"
                            .formatted(app.api().authorization(), BODY.length());
            socket = new Socket(InetAddress.getLoopbackAddress(), app.apiPort());
            write(head + BODY.substring(0, BODY.length() - 1));
        }

        void finish() throws IOException {
            write(BODY.substring(BODY.length() - 1));
        }

        private void write(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
