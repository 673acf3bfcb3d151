package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.AppProcess;
import dev.plinth.app.support.Bodies;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the app writes to its log, as it is shipped and told to say all that it can. */
@ExtendWith(Servers.Extension.class)
final class LogIT {
    @TempDir
    private Path folder;

    @Test
    void aRequestsLineTellsItsTraceItsCallerAndItsRoute(Servers servers) throws Exception {
        Map<String, String> environment = environment(servers);
        try (var process = new AppProcess(folder, environment);
                var anonymous = new Client(port(environment, "MDL_HTTP_PORT"))) {
            awaitReady(environment);
            String token = new Accounts(anonymous).administrator(environment);
            Reply reply;
            try (var administrator = new Client(port(environment, "MDL_HTTP_PORT"), token)) {
                reply = administrator.send("GET", "/api/v1/metrics/log.none", "", "X-Request-Id", "log-1");
            }
            process.terminate();
            assertThat(process.exitCode()).isZero();

            JsonNode line = process.output().stream()
                    .map(text -> Json.parseOwn(text.getBytes(StandardCharsets.UTF_8)))
                    .filter(fields -> fields.path("request_id").asText().equals("log-1")
                            && fields.path("msg").asText().equals("request"))
                    .findFirst()
                    .orElseThrow();
            assertThat(line.path("trace_id").asText()).isEqualTo(reply.header("X-Trace-Id"));
            assertThat(line.path("span_id").asText()).matches("[0-9a-f]{16}");
            assertThat(line.path("principal").asText()).matches("[0-9a-f-]{36}");
            assertThat(line.path("route").asText()).isEqualTo("/api/v1/metrics/{id}");
            assertThat(line.path("status").asInt()).isEqualTo(404);
            assertThat(line.path("duration_ms").asDouble()).isPositive();
            assertThat(line.toString()).doesNotContain("log.none");
        }
    }

    @Test
    void neitherPersonalDataNorSecretsAreLogged(Servers servers) throws Exception {
        Map<String, String> environment = environment(servers);
        environment.put("MDL_LOG_LEVEL", "debug");
        String token;
        try (var process = new AppProcess(folder, environment);
                var anonymous = new Client(port(environment, "MDL_HTTP_PORT"))) {
            awaitReady(environment);
            var accounts = new Accounts(anonymous);
            token = accounts.administrator(environment);
            try (var administrator = new Client(port(environment, "MDL_HTTP_PORT"), token)) {
                Accounts.add(administrator, "hidden-person@example.com", Role.EDITOR);
                // The database refuses the second one, and would quote its row.
                Accounts.add(administrator, "hidden-person@example.com", Role.EDITOR);
                accounts.signIn("hidden-person@example.com");
                administrator.post("/api/v1/metrics", Bodies.metric("log.hidden-id", "nowhere"));
                administrator.get("/api/v1/metrics?domain=hidden-parameter");
            }
            anonymous.post(
                    "/api/v1/auth/login", "{\"email\": \"hidden-person@example.com\", \"password\": \"wrong-secret\"}");
            anonymous.send("GET", "/api/v1/metrics", "", "Authorization", "Bearer hidden-token");
            process.terminate();
            assertThat(process.exitCode()).isZero();

            String log = String.join("\n", process.output()) + process.errors();
            assertThat(log).contains("\"msg\":\"request\"");
            assertThat(log)
                    .doesNotContain(
                            token,
                            "hidden",
                            "wrong-secret",
                            Accounts.password(),
                            "@example.com",
                            "The admin",
                            environment.getOrDefault("MDL_BOOTSTRAP_TOKEN", "?"),
                            environment.getOrDefault("MDL_DATABASE_PASSWORD", "?"));
            secrets(environment).forEach(secret -> assertThat(log).doesNotContain(secret));
        }
    }

    private static List<String> secrets(Map<String, String> environment) {
        return environment.entrySet().stream()
                .filter(variable -> variable.getKey().matches(".*(SECRET|KEY|TOKEN|PASSWORD).*"))
                .map(Map.Entry::getValue)
                .filter(value -> value.length() >= 8)
                .toList();
    }

    private static Map<String, String> environment(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_HTTP_PORT", Integer.toString(freePort()));
        environment.put("MDL_ADMIN_PORT", Integer.toString(freePort()));
        return environment;
    }

    private static void awaitReady(Map<String, String> environment) throws Exception {
        try (var admin = new Client(port(environment, "MDL_ADMIN_PORT"))) {
            Eventually.becomes(200, Duration.ofSeconds(60), () -> status(admin));
        }
    }

    private static int status(Client admin) throws InterruptedException {
        try {
            return admin.get("/health/ready").status();
        } catch (IOException refused) {
            return 0;
        }
    }

    private static int port(Map<String, String> environment, String name) {
        return Integer.parseInt(environment.getOrDefault(name, ""));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
