package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.access.Role;
import dev.plinth.app.support.Accounts;
import dev.plinth.app.support.AppProcess;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(Servers.Extension.class)
final class QuietLogsIT {
    @TempDir
    private Path folder;

    @Test
    void theLogShowsNothingPersonalAndNothingSecret(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        int port = freePort();
        environment.put("MDL_HTTP_PORT", Integer.toString(port));
        environment.put("MDL_LOG_LEVEL", "debug");
        try (var process = new AppProcess(folder, environment);
                var stranger = new Client(port)) {
            Eventually.becomes(200, Duration.ofSeconds(30), () -> status(stranger));
            var accounts = new Accounts(stranger);
            String token = accounts.administrator(environment);
            String key;
            try (var admin = new Client(port, token)) {
                key = admin.post("/api/v1/api-keys", "{\"name\": \"k\", \"scopes\": [\"metrics:read\"]}")
                        .text("/key");
                Accounts.add(admin, "ada@example.com", Role.VIEWER);
                Accounts.add(admin, "ada@example.com", Role.VIEWER);
            }
            Reply signedIn = accounts.signIn("ada@example.com");
            accounts.signIn("nobody@example.com");
            try (var program = new Client(port, key);
                    var forger = new Client(port, token + "x")) {
                program.get("/api/v1/metrics");
                forger.get("/api/v1/metrics");
            }
            process.terminate();
            process.exitCode();

            List<String> secrets = List.of(
                    "@example.com",
                    "A user",
                    "The admin",
                    Accounts.password(),
                    token,
                    key,
                    signedIn.text("/refresh_token"),
                    environment.getOrDefault("MDL_KEYS", "?"),
                    environment.getOrDefault("MDL_BOOTSTRAP_TOKEN", "?"),
                    "argon2id");
            String log = String.join("\n", process.output()) + process.errors();
            assertThat(log).contains("request");
            assertThat(secrets).allSatisfy(secret -> assertThat(log).doesNotContain(secret));
        }
    }

    private static int status(Client client) throws InterruptedException {
        try {
            return client.get("/api/v1/version").status();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
