package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.AppProcess;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Servers;
import dev.plinth.app.support.UnfinishedRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class ProcessIT {
    @TempDir
    private Path folder;

    @Test
    void anEmptyEnvironmentIsRefusedWithEveryMissingVariable() throws Exception {
        try (var process = new AppProcess(folder, Map.of())) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.errors())
                    .startsWith("The Metrics Definition Library cannot start: its environment has 10 faults.")
                    .contains(
                            "MDL_HTTP_HOST is missing",
                            "MDL_HTTP_PORT is missing",
                            "MDL_ADMIN_PORT is missing",
                            "MDL_DATABASE_URL is missing",
                            "MDL_DATABASE_USER is missing",
                            "MDL_DATABASE_PASSWORD is missing",
                            "MDL_REDIS_URL is missing",
                            "MDL_REDIS_PASSWORD is missing",
                            "MDL_KEYS is missing",
                            "MDL_COLOUR is missing")
                    .doesNotContain("Exception");
            assertThat(process.output()).isEmpty();
        }
    }

    @Test
    void aDatabaseThatDoesNotComeIsWaitedForAndThenNamed(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.1:%d/mdl".formatted(freePort()));
        environment.put("MDL_DATABASE_WAIT_SECONDS", "3");
        try (var process = new AppProcess(folder, environment)) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.output()).anyMatch(line -> line.contains("Waiting for the database"));
            assertThat(process.errors())
                    .startsWith("The database did not let the app in within 3 s: ")
                    .contains("MDL_DATABASE_URL")
                    .doesNotContain("Exception")
                    .doesNotContain(environment.getOrDefault("MDL_DATABASE_PASSWORD", "?"));
        }
    }

    @Test
    void aPortThatIsTakenIsNamed(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("MDL_HTTP_PORT", Integer.toString(taken.getLocalPort()));
            try (var process = new AppProcess(folder, environment)) {
                assertThat(process.exitCode()).isEqualTo(3);
                assertThat(process.errors())
                        .startsWith("Cannot listen on 127.0.0.1:" + taken.getLocalPort())
                        .contains("MDL_HTTP_PORT")
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void aSignalToStopDrainsTheAppBeforeItEnds(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        int port = freePort();
        int adminPort = freePort();
        environment.put("MDL_HTTP_PORT", Integer.toString(port));
        environment.put("MDL_ADMIN_PORT", Integer.toString(adminPort));
        environment.put("MDL_DRAIN_NOTICE_SECONDS", "2");
        try (var process = new AppProcess(folder, environment);
                var api = new Client(port);
                var admin = new Client(adminPort)) {
            Eventually.becomes(200, Duration.ofSeconds(30), () -> status(admin, "/health/ready"));
            String token = new Accounts(api).administrator(environment);
            try (var slow = new UnfinishedRequest(port, "Bearer " + token, "slow")) {
                process.terminate();
                Eventually.becomes(503, Duration.ofSeconds(2), () -> status(admin, "/health/ready"));
                assertThat(admin.get("/health/live").status()).isEqualTo(200);
                // Clients that have not noticed yet are served, and told not to come back on this connection.
                var late = api.get("/api/v1/version");
                assertThat(late.status()).isEqualTo(200);
                assertThat(late.header("Connection")).isEqualTo("close");
                // Past the notice the app accepts nothing new, but what has begun is finished.
                Eventually.becomes(0, Duration.ofSeconds(10), () -> status(api, "/api/v1/version"));
                slow.finish();
                assertThat(slow.answer()).startsWith("HTTP/1.1 201 ");
            }
            assertThat(process.exitCode()).isZero();
            assertThat(process.errors()).isEmpty();
            assertThat(process.output()).isNotEmpty().allSatisfy(ProcessIT::assertLogLine);
            assertThat(process.output().getLast()).contains("Stopped");
        }
    }

    private static void assertLogLine(String line) {
        JsonNode fields = Json.parseOwn(line.getBytes(StandardCharsets.UTF_8));
        assertThat(fields.has("ts") && fields.has("level") && fields.has("msg") && fields.has("logger"))
                .as(line)
                .isTrue();
    }

    /** The status of the answer, or 0 when there is none. */
    private static int status(Client client, String path) throws InterruptedException {
        try {
            return client.get(path).status();
        } catch (IOException refused) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
