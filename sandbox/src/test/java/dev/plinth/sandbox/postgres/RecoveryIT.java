package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.machine.Pause;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a server had and lost comes back in a new server. */
final class RecoveryIT {
    private static final Duration BETWEEN_ROWS = Duration.ofMillis(200);

    @TempDir
    private Path temporary = Path.of("");

    private ServerGround ground;
    private PostgresServer primary;

    @BeforeEach
    void open() {
        // People have such folders; shells and configuration files have opinions on them.
        ground = new ServerGround(temporary.resolve("it's \"100%\" mine"));
        primary = ground.primary("main");
    }

    @AfterEach
    void close() {
        ground.close();
    }

    @Test
    void aDroppedTableIsBackWithTheRowOfTheSecondBeforeAndNoneFromAfter() throws Exception {
        ground.execute(primary, "CREATE TABLE metric (at timestamptz DEFAULT clock_timestamp())");
        write(Duration.ofSeconds(6));
        var dropped = Instant.parse(ground.query(
                primary,
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', " + "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"));
        ground.execute(primary, "DROP TABLE metric");
        ground.execute(primary, "CREATE TABLE later AS SELECT 1 AS id");
        ground.awaitRestorable("main", dropped);

        var restored = ground.restore("copy", new RestorePoint.Moment("main", dropped));

        assertThat(ground.query(
                        restored, "SELECT (max(at) > '%s')::text FROM metric".formatted(dropped.minusSeconds(1))))
                .isEqualTo("true");
        assertThat(ground.query(restored, "SELECT count(*)::text FROM metric WHERE at > '%s'".formatted(dropped)))
                .isEqualTo("0");
        assertThat(ground.query(restored, "SELECT count(*)::text FROM pg_tables WHERE tablename = 'later'"))
                .isEqualTo("0");
        ground.execute(restored, "INSERT INTO metric DEFAULT VALUES");
        assertThat(ground.query(primary, "SELECT count(*)::text FROM pg_tables WHERE tablename = 'metric'"))
                .isEqualTo("0");
        assertThat(ground.servers.window("copy")).isPresent();
    }

    @Test
    void aMomentAfterTheLastTransactionIsReachedToo() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var quiet = Instant.now().plusSeconds(1).truncatedTo(ChronoUnit.SECONDS);
        ground.awaitRestorable("main", quiet);

        var restored = ground.restore("copy", new RestorePoint.Moment("main", quiet));

        assertThat(ground.query(restored, "SELECT id::text FROM metric")).isEqualTo("7");
    }

    @Test
    void theLatestRestorableTimeIsAsOldAsTheServerThatIsGone() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        ground.awaitRestorable("main", Instant.now());
        ground.machines.halt("main");

        var restored = ground.restore("copy", new RestorePoint.Latest("main"));
        assertThat(ground.query(restored, "SELECT id::text FROM metric")).isEqualTo("7");

        ground.awaitRestorable("copy", Instant.now());
        var again = ground.restore("copy-of-copy", new RestorePoint.Latest("copy"));
        assertThat(ground.query(again, "SELECT id::text FROM metric")).isEqualTo("7");
    }

    @Test
    void momentsOutsideOfTheWindowAreRefusedWithItsEnds() {
        ground.awaitRestorable("main", Instant.now());
        var window = ground.servers.window("main").orElseThrow();
        var before = new RestorePoint.Moment("main", window.earliest().minusSeconds(1));
        var after = new RestorePoint.Moment("main", Instant.now().plusSeconds(3600));

        assertThatThrownBy(() -> ground.restore("copy", before))
                .hasMessageContaining("its first backup is of " + window.earliest());
        assertThatThrownBy(() -> ground.restore("copy", after)).hasMessageContaining("its latest restorable time is");
        assertThatThrownBy(() -> ground.restore("copy", new RestorePoint.Latest("nobody")))
                .hasMessage("there is no database called nobody");
        assertThat(ground.machines.find("copy")).isEmpty();
    }

    @Test
    void aSnapshotAndWhatADeletedServerLeavesStartAgain() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        ground.servers.snapshots().take("before-change", "main", Map.of("by", "test"));
        ground.execute(primary, "INSERT INTO metric VALUES (8)");
        assertThatThrownBy(() -> ground.servers.snapshots().take("before-change", "main", Map.of()))
                .hasMessageContaining("there is a snapshot before-change already");
        ground.servers.removeButKeep("main", "main-final", Map.of());
        assertThat(ground.machines.status()).isEmpty();

        var earlier = ground.restore("earlier", new RestorePoint.FromSnapshot("before-change"));
        var last = ground.restore("last", new RestorePoint.FromSnapshot("main-final"));

        assertThat(ground.query(earlier, "SELECT sum(id)::text FROM metric")).isEqualTo("7");
        assertThat(ground.query(last, "SELECT sum(id)::text FROM metric")).isEqualTo("15");
        assertThat(ground.servers.snapshots().list())
                .extracting(Snapshot::id)
                .containsExactly("before-change", "main-final");
        ground.servers.snapshots().delete("before-change");
        assertThat(ground.servers.snapshots().find("before-change")).isEmpty();
    }

    @Test
    void aPromotedReplicaTakesWritesAndCanBeRestoredByItself() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var replica = ground.servers.createReplica(new ReplicaSpec(
                "replica", "urn:replica", ServerGround.PORT, "main", PostgresSettings.of(true, Map.of())));
        ground.machines.halt("main");

        ground.servers.promote("replica", 1);

        ground.execute(replica, "INSERT INTO metric VALUES (8)");
        assertThat(ground.servers.sourceOf("replica")).isEmpty();
        ground.awaitRestorable("replica", Instant.now());
        var restored = ground.restore("copy", new RestorePoint.Latest("replica"));
        assertThat(ground.query(restored, "SELECT sum(id)::text FROM metric")).isEqualTo("15");
        assertThat(ground.servers.promote("replica", 1)).isEqualTo(replica);
    }

    @Test
    void backupsAreTakenOnScheduleAndOutlivedOnesGo() {
        var first = ground.servers.backups("main").getFirst();
        for (int round = 0; round < 4; round++) {
            var newest = ground.servers.backups("main").getLast();
            assertThat(Pause.until(Duration.ofSeconds(30), () -> {
                        ground.servers.tend(Duration.ZERO);
                        return ground.servers.backups("main").getLast().isAfter(newest);
                    }))
                    .isTrue();
        }

        // The first of the day, and the newest two.
        assertThat(ground.servers.backups("main")).hasSize(3).startsWith(first);
    }

    @Test
    void whoKeepsNoBackupsAnyMoreCannotBeRestoredUntilItDoesAgain() {
        ground.servers.configure("main", ServerGround.BACKED_UP.withBackups(0));
        assertThat(ground.servers.window("main")).isEmpty();
        assertThatThrownBy(() -> ground.restore("copy", new RestorePoint.Latest("main")))
                .hasMessageContaining("keeps no backups: set its backupRetentionPeriod above 0");

        ground.servers.configure("main", ServerGround.BACKED_UP.withBackups(1));
        assertThat(ground.servers.backups("main")).hasSize(1);
    }

    @Test
    void aServerThatCrashesKeepsWhatItAcknowledged() throws Exception {
        ground.execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");

        ground.servers.crash("main");

        assertThat(ground.query(primary, "SELECT id::text FROM metric")).isEqualTo("7");
    }

    private void write(Duration time) throws SQLException, InterruptedException {
        var end = Instant.now().plus(time);
        try (var connection = ground.connect(primary);
                var statement = connection.createStatement()) {
            while (Instant.now().isBefore(end)) {
                statement.execute("INSERT INTO metric DEFAULT VALUES");
                Thread.sleep(BETWEEN_ROWS);
            }
        }
    }
}
