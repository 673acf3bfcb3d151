package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.machine.Pause;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged outlives archives that fail, sources that are killed and readers that stay. */
final class RecoveryFaultsIT {
    private static final Duration AT_ONCE = Duration.ofSeconds(20);
    private static final Duration ARCHIVE_GONE = Duration.ofSeconds(12);
    /** More than the buffers between two servers hold. */
    private static final int ROWS = 600_000;

    @TempDir
    private Path folder = Path.of("");

    private ServerGround ground;
    private PostgresServer primary;

    @BeforeEach
    void open() {
        ground = new ServerGround(folder);
        primary = ground.primary("main");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void writesGoOnWhileNothingCanBeArchivedAndTheArchiveCatchesUp() throws Exception {
        ground.execute(primary, "CREATE TABLE metric (at timestamptz DEFAULT clock_timestamp())");
        ground.awaitRestorable("main", Instant.now());
        permit("r-x------");
        write(Duration.ofSeconds(2));
        var restorable = ground.servers.window("main").orElseThrow().latest();

        int rows = write(ARCHIVE_GONE);
        var during = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        assertThat(rows).isPositive();
        assertThat(ground.servers.window("main").orElseThrow().latest()).isEqualTo(restorable);

        permit("rwx------");
        while (ground.servers.window("main").orElseThrow().latest().isBefore(during)) {
            write(Duration.ofSeconds(1));
            assertThat(Instant.now()).isBefore(during.plus(Duration.ofSeconds(90)));
        }
        var restored = ground.restore("copy", new RestorePoint.Moment("main", during));
        var before = "SELECT count(*)::text FROM metric WHERE at <= '%s'".formatted(during);
        assertThat(ground.query(restored, before)).isEqualTo(ground.query(primary, before));
    }

    @Test
    void aBackupThatWouldWaitForAnArchiveThatFailsIsNotBegun() throws Exception {
        ground.execute(primary, "CREATE TABLE metric (at timestamptz DEFAULT clock_timestamp())");
        permit("r-x------");
        write(ARCHIVE_GONE);
        var begun = Instant.now();

        // One of them finds the server's turn free.
        for (int round = 0; round < 5; round++) {
            ground.servers.tend(Duration.ZERO);
            Pause.of(Duration.ofMillis(50));
        }

        assertThat(Duration.between(begun, Instant.now())).isLessThan(AT_ONCE);
        assertThat(ground.servers.backups("main")).hasSize(1);
    }

    @Test
    void aLogWithAGapIsToldInsteadOfOlderDataThanWasAskedFor() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        for (int round = 0; round < 3; round++) {
            ground.execute(primary, "INSERT INTO metric VALUES (8)");
            ground.awaitRestorable("main", Instant.now());
        }
        var segments = segments();
        Files.delete(segments.get(segments.size() - 2));
        var latest = ground.servers.window("main").orElseThrow().latest();

        assertThatThrownBy(() -> ground.restore("copy", new RestorePoint.Latest("main")))
                .hasMessageContaining("is missing or damaged behind")
                .hasMessageContaining("goes on to " + segments.getLast().getFileName());
        assertThatThrownBy(() -> ground.restore("copy", new RestorePoint.Moment("main", latest)))
                .hasMessageContaining("is missing or damaged behind");
        assertThat(ground.machines.find("copy")).isEmpty();
    }

    @Test
    void aSegmentThatCannotBeReadIsNotTakenForTheEndOfTheLog() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        ground.awaitRestorable("main", Instant.now());
        var segment = segments().getLast();
        ground.execute(primary, "INSERT INTO metric VALUES (8)");
        ground.awaitRestorable("main", Instant.now());
        Files.setPosixFilePermissions(segment, PosixFilePermissions.fromString("-wx------"));

        assertThatThrownBy(() -> ground.restore("copy", new RestorePoint.Latest("main")))
                .hasMessageContaining("Permission denied");
        assertThat(ground.machines.find("copy")).isEmpty();
    }

    @Test
    void aReplicaOfAPrimaryThatWasKilledIsPromotedWithAllThatWasAcknowledged() throws Exception {
        ground.execute(primary, "CREATE TABLE metric (id int)");
        var replica = replica(Map.of());
        var receiver = ground.query(replica, "SELECT pid::text FROM pg_stat_wal_receiver");
        signal("STOP", receiver);
        ground.execute(primary, "INSERT INTO metric SELECT generate_series(1, %d)".formatted(ROWS));
        ground.machines.crash("main");
        signal("CONT", receiver);

        ground.servers.promote("replica", 1);

        assertThat(ground.query(replica, "SELECT count(*)::text FROM metric")).isEqualTo(String.valueOf(ROWS));
    }

    @Test
    void aReaderDoesNotHoldAPromotionUp() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var replica = replica(Map.of("max_standby_streaming_delay", "-1"));
        try (var reader = ground.connect(replica);
                var statement = reader.createStatement()) {
            statement.execute("BEGIN ISOLATION LEVEL REPEATABLE READ");
            statement.execute("SELECT id FROM metric");
            ground.execute(primary, "DELETE FROM metric");
            ground.execute(primary, "VACUUM metric");
            ground.execute(primary, "INSERT INTO metric VALUES (8)");
            ground.machines.halt("main");

            ground.servers.promote("replica", 1);

            assertThatThrownBy(() -> statement.execute("SELECT id FROM metric")).isInstanceOf(SQLException.class);
        }
        assertThat(ground.query(replica, "SELECT id::text FROM metric")).isEqualTo("8");
    }

    @Test
    void aReplicaThatIsToKeepNoBackupsArchivesNothingOnceItIsPromoted() throws Exception {
        var replica = replica(Map.of());

        ground.servers.promote("replica", 0);

        assertThat(ground.query(replica, "SHOW archive_mode")).isEqualTo("off");
        assertThat(ground.servers.window("replica")).isEmpty();
    }

    @Test
    void aServerWhoseUpkeepFailsDoesNotStopThatOfTheOthers() throws Exception {
        ground.primary("broken");
        var state = folder.resolve("postgres/broken/archive.json");
        Files.deleteIfExists(state);
        Files.createDirectory(state);

        ground.awaitRestorable("main", Instant.now());
    }

    private PostgresServer replica(Map<String, String> parameters) {
        return ground.servers.createReplica(new ReplicaSpec(
                "replica", "urn:replica", ServerGround.PORT, "main", PostgresSettings.of(true, parameters)));
    }

    private void permit(String mode) throws IOException {
        Files.setPosixFilePermissions(archive(), PosixFilePermissions.fromString(mode));
    }

    private List<Path> segments() throws IOException {
        return new Archive(archive()).after("").stream().map(archive()::resolve).toList();
    }

    private Path archive() {
        return folder.resolve("postgres/main/archive");
    }

    private int write(Duration time) throws SQLException {
        var end = Instant.now().plus(time);
        int rows = 0;
        try (var connection = ground.connect(primary);
                var statement = connection.createStatement()) {
            while (Instant.now().isBefore(end)) {
                statement.execute("INSERT INTO metric DEFAULT VALUES");
                rows++;
                Pause.of(Duration.ofMillis(200));
            }
        }
        return rows;
    }

    private static void signal(String name, String pid) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor())
                .isZero();
    }
}
