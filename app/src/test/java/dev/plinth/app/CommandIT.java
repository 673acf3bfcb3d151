package dev.plinth.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.json.Json;
import dev.plinth.app.support.AppProcess;
import dev.plinth.app.support.Client;
import dev.plinth.app.support.Eventually;
import dev.plinth.app.support.Servers;
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

/** The commands of the jar, and how its instances meet a schema that somebody else migrates. */
@ExtendWith(Servers.Extension.class)
final class CommandIT {
    @TempDir
    private Path folder;

    @Test
    void aMigrationLogsJsonAndEndsWell(Servers servers) throws Exception {
        try (var migration = new AppProcess(folder, servers.migrationEnvironment(), "migrate")) {
            assertThat(migration.exitCode()).isZero();
            assertThat(migration.errors()).isEmpty();
            assertThat(migration.output())
                    .hasSize(3)
                    .allSatisfy(line -> assertThat(Json.parseOwn(line.getBytes(StandardCharsets.UTF_8))
                                    .has("msg"))
                            .isTrue())
                    .noneSatisfy(line -> assertThat(line).contains("password"));
            assertThat(migration.output().getLast()).contains("The role of the app is ready", "created");
        }
    }

    @Test
    void aMigrationThatIsNotAllowedInNamesItsOwnVariables(Servers servers) throws Exception {
        Map<String, String> environment = servers.migrationEnvironment();
        environment.put("MDL_DATABASE_OWNER_PASSWORD", "wrong-secret");
        environment.put("MDL_DATABASE_WAIT_SECONDS", "0");
        try (var migration = new AppProcess(folder, environment, "migrate")) {
            assertThat(migration.exitCode()).isEqualTo(3);
            assertThat(migration.errors())
                    .startsWith("The database did not let the app in within 0 s: ")
                    .contains("MDL_DATABASE_OWNER (", "MDL_DATABASE_OWNER_PASSWORD")
                    .doesNotContain("Exception", "wrong-secret");
        }
    }

    @Test
    void anUnknownCommandIsRefused() throws Exception {
        try (var process = new AppProcess(folder, Map.of(), "migrat")) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.errors()).startsWith("Unknown command 'migrat': expected none to serve");
        }
    }

    @Test
    void aRehearsalNeedsNoEnvironment() throws Exception {
        try (var rehearsal = new AppProcess(folder, Map.of(), "rehearse")) {
            assertThat(rehearsal.exitCode()).isZero();
            assertThat(rehearsal.errors()).isEmpty();
            assertThat(rehearsal.output().toString()).contains("\"msg\":\"Rehearsed\"");
        }
    }

    @Test
    void anInstanceThatDoesNotMigrateEndsWhenTheSchemaDoesNotCome(Servers servers) throws Exception {
        Map<String, String> environment = servers.environment();
        environment.put("MDL_DATABASE_MIGRATE", "false");
        environment.put("MDL_DATABASE_WAIT_SECONDS", "2");
        try (var process = new AppProcess(folder, environment)) {
            assertThat(process.exitCode()).isEqualTo(3);
            assertThat(process.output()).anyMatch(line -> line.contains("Waiting for the schema"));
            assertThat(process.errors())
                    .containsPattern("^The schema was not at version [0-9]+ for the user mdl within 2 s: ")
                    .contains("Run the app with the argument 'migrate'")
                    .doesNotContain("Exception");
        }
    }

    @Test
    void anInstanceIsReadyOnlyWhenSomebodyHasMigrated(Servers servers) throws Exception {
        Map<String, String> environment = servers.migrationEnvironment();
        Migration.run(MigrationSettings.from(environment));
        // The role is there and gets in, but the version that it needs is not.
        setApplied(servers, environment, false);
        int adminPort = freePort();
        environment.put("MDL_ADMIN_PORT", Integer.toString(adminPort));
        try (var process = new AppProcess(folder, environment);
                var admin = new Client(adminPort)) {
            Eventually.becomes(true, Duration.ofSeconds(30), () -> waits(process));
            assertThat(admin.get("/health/ready").status()).isEqualTo(503);
            assertThat(admin.get("/health/started").status()).isEqualTo(503);

            setApplied(servers, environment, true);

            Eventually.becomes(
                    200,
                    Duration.ofSeconds(30),
                    () -> admin.get("/health/ready").status());
        }
    }

    private static boolean waits(AppProcess process) throws IOException {
        return process.output().stream().anyMatch(line -> line.contains("Waiting for the schema"));
    }

    private static void setApplied(Servers servers, Map<String, String> environment, boolean applied) throws Exception {
        servers.asOwner(environment, "update flyway_schema_history set success = %s".formatted(applied));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
