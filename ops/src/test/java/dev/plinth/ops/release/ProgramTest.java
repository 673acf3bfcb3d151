package dev.plinth.ops.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.recovery.Scratch.Place;
import dev.plinth.ops.release.Program.Ports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a running version is started once more on a copy of its database. */
final class ProgramTest {
    private static final Place COPY = new Place("127.0.0.9", 5433, "owner", "of the copy");
    private static final Program LIVE = new Program(
            List.of("/jdk/bin/java", "-Djavax.net.ssl.trustStore=/ca.p12", "-XX:MaxRAM=1", "-jar", "app.jar"),
            Map.of(
                    "MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.2:6432/mdl?sslmode=verify-full",
                    "MDL_DATABASE_USER", "mdl_app",
                    "MDL_DATABASE_PASSWORD", "of the app",
                    "MDL_REDIS_URL", "rediss://127.0.0.3:6379",
                    "MDL_OTLP_ENDPOINT", "http://traces:4318"),
            Path.of("/image/opt/mdl"));

    @TempDir
    private Path folder;

    @Test
    void aProcessIsReadAsItWasStarted() throws IOException {
        var builder = new ProcessBuilder("sleep", "60").directory(folder.toFile());
        builder.environment().clear();
        builder.environment().put("URL", "a=b");
        var process = builder.start();
        try {
            var program = Program.of(process.pid());

            assertThat(program.command()).containsExactly("sleep", "60");
            assertThat(program.environment()).containsExactlyEntriesOf(Map.of("URL", "a=b"));
            assertThat(program.folder()).isEqualTo(folder.toRealPath());
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void onACopyItReachesNothingOfTheEnvironmentAndNobodyOutside() {
        var rehearsing = LIVE.on(COPY, new Ports(8001, 8002));

        assertThat(rehearsing.environment())
                .containsEntry("MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.9:5433/mdl?sslmode=verify-full")
                .containsEntry("MDL_DATABASE_PASSWORD", "of the app")
                .containsEntry("MDL_REDIS_URL", "redis://127.0.0.1:1")
                .containsEntry("MDL_DATABASE_MIGRATE", "false")
                .containsEntry("MDL_HTTP_PORT", "8001")
                .containsEntry("MDL_ADMIN_PORT", "8002")
                .doesNotContainKey("MDL_OTLP_ENDPOINT");
        assertThat(rehearsing.command())
                .startsWith("/jdk/bin/java", "-DsocksProxyHost=127.0.0.1", "-DsocksProxyPort=1")
                .endsWith("-Djavax.net.ssl.trustStore=/ca.p12", "-XX:MaxRAM=1", "-jar", "app.jar");
        assertThat(rehearsing.folder()).isEqualTo(LIVE.folder());
    }

    @Test
    void theNewVersionMigratesTheCopyAsItsOwner() {
        var migration = LIVE.migration(folder, COPY);

        assertThat(migration.command())
                .containsExactly("/jdk/bin/java", "-Djavax.net.ssl.trustStore=/ca.p12", "-jar", "app.jar", "migrate");
        assertThat(migration.environment())
                .containsEntry("MDL_DATABASE_OWNER", "owner")
                .containsEntry("MDL_DATABASE_OWNER_PASSWORD", "of the copy")
                .containsEntry("MDL_DATABASE_URL", "jdbc:postgresql://127.0.0.9:5433/mdl?sslmode=verify-full");
        assertThat(migration.folder()).isEqualTo(folder);
    }

    @Test
    void aMigrationThatFailsIsToldWithItsLastWords() throws IOException {
        var program = program("echo cannot add the column; exit 1");

        var failed = catchThrowableOfType(StepFailed.class, () -> processes().migrate(program, COPY));

        assertThat(failed.reason()).isEqualTo("the migration fails on a copy of the database:\ncannot add the column");
    }

    @Test
    void aMigrationThatEndsWellSaysNothing() throws IOException {
        processes().migrate(program("exit 0"), COPY);

        assertThat(folder.resolve("rehearsal-migration.log")).isEmptyFile();
    }

    @Test
    void aLiveVersionThatEndsOnTheCopyIsToldWithItsLastWords() throws IOException {
        var program = program("echo column name is not there; exit 1");

        var failed = catchThrowableOfType(StepFailed.class, () -> processes().serve(program, COPY));

        assertThat(failed.reason())
                .contains("the live version cannot live with the new schema: on a migrated copy it ends:")
                .endsWith("column name is not there");
    }

    private Processes processes() {
        return new Processes(folder, folder, new Interruption());
    }

    private Program program(String script) throws IOException {
        var file = Files.writeString(folder.resolve("java"), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        return new Program(List.of(file.toString()), LIVE.environment(), folder);
    }
}
