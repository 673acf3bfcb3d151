package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.value.Value.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBInstance;
import software.amazon.awssdk.services.rds.model.DBSnapshot;
import software.amazon.awssdk.services.rds.model.RdsException;

/** What a program and a client of RDS do to get a database back. */
final class DatabaseRecoveryIT {
    private static final String INSTANCE = "aws:rds/instance:Instance";
    private static final String PASSWORD = "correct-horse-battery";
    private static final Duration ARCHIVED_MAX = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private RunningCloud cloud;
    private RunningApi api;
    private RdsClient rds;

    @BeforeEach
    void open() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
        rds = api.client(RdsClient.builder());
    }

    @AfterEach
    void close() {
        rds.close();
        api.close();
        cloud.close();
    }

    @Test
    void aProgramRestoresAnInstanceToASecondOrToTheLatest() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var kept = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        Thread.sleep(1_500);
        execute(primary, "DROP TABLE metric");
        await(() -> restorable("primary").isAfter(kept));

        var restored = restored("restored", "restoreTime", kept.toString());
        assertThat(query(restored, "SELECT id::text FROM metric")).isEqualTo("7");
        assertThat(outputs(restored).text("username")).contains("owner");
        assertThat(describe("restored").backupRetentionPeriod()).isEqualTo(7);
        assertThat(rds.describeDBInstanceAutomatedBackups().dbInstanceAutomatedBackups())
                .extracting(backup -> backup.dbInstanceIdentifier())
                .containsExactlyInAnyOrder("primary", "restored");

        var latest = restored("latest", "useLatestRestorableTime", true);
        assertThatThrownBy(() -> query(latest, "SELECT id FROM metric")).hasMessageContaining("does not exist");
        assertThatThrownBy(() -> restored("never", "restoreTime", "2001-01-01T00:00:00Z"))
                .hasMessageContaining("its first backup is of");
        assertThat(cloud.engine()
                        .check(
                                EngineClient.urn(INSTANCE, "never"),
                                Fields.EMPTY,
                                Inputs.fields(
                                        "instanceClass",
                                        "db.t4g.micro",
                                        "restoreToPointInTime",
                                        Map.of(
                                                "sourceDbInstanceIdentifier",
                                                "primary",
                                                "useLatestRestorableTime",
                                                false)))
                        .getFailuresList())
                .singleElement()
                .satisfies(failure -> assertThat(failure.getReason()).contains("one of them"));
        assertThatThrownBy(() -> restored("never", "restoreTime", "yesterday"))
                .hasMessageContaining("restoreToPointInTime");
    }

    @Test
    void aDeletedInstanceComesBackFromItsFinalSnapshot() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        rds.createDBSnapshot(request -> request.dbInstanceIdentifier("primary").dbSnapshotIdentifier("before-change"));
        cloud.engine().delete(primary);

        assertThat(rds.describeDBSnapshots(request -> request.dbInstanceIdentifier("primary"))
                        .dbSnapshots())
                .extracting(DBSnapshot::dbSnapshotIdentifier)
                .containsExactly("before-change", "primary-final");
        var again = cloud.create(
                INSTANCE,
                "again",
                "identifier",
                "again",
                "instanceClass",
                "db.t4g.micro",
                "snapshotIdentifier",
                "primary-final",
                "password",
                "another-" + PASSWORD,
                "skipFinalSnapshot",
                true);
        assertThat(query(again, "SELECT id::text FROM metric", "another-" + PASSWORD))
                .isEqualTo("7");
        assertThat(outputs(again).text("engine")).contains("postgres");
        rds.deleteDBSnapshot(request -> request.dbSnapshotIdentifier("primary-final"));
        assertThatThrownBy(() -> rds.describeDBSnapshots(request -> request.dbSnapshotIdentifier("primary-final")))
                .hasMessageContaining("no snapshot primary-final");
    }

    @Test
    void aReplicaIsPromotedWhileThePrimaryIsGoneAndTheProxyLeadsToIt() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var replica = cloud.create(INSTANCE, "replica", replica());
        var proxy = proxy();
        assertThat(describe("replica").readReplicaSourceDBInstanceIdentifier()).isEqualTo("primary");
        await(() -> sum(replica).equals("7"));
        cloud.cloud().overview().machines().halt("primary");

        rds.promoteReadReplica(request -> request.dbInstanceIdentifier("replica"));

        execute(proxy, "INSERT INTO metric VALUES (8)");
        assertThat(sum(replica)).isEqualTo("15");
        assertThat(describe("replica").readReplicaSourceDBInstanceIdentifier()).isNull();
        assertThat(describe("primary").dbInstanceStatus()).isEqualTo("stopped");
        assertThat(targets()).containsExactly("replica");
        await(() -> describe("replica").latestRestorableTime() != null);
        assertThat(cloud.engine().diff(replica, Inputs.fields(replica())).getDiffsList())
                .isEmpty();
        var refreshed = cloud.engine().refreshed(replica);
        assertThat(outputs(refreshed).has("replicateSourceDb")).isFalse();
        assertThat(cloud.engine().diff(refreshed, Inputs.fields(replica())).getDiffsList())
                .contains("replicateSourceDb");
        assertThatThrownBy(() -> cloud.engine().update(refreshed, Inputs.fields(replica())))
                .hasMessageContaining("cannot follow primary any more");
    }

    @Test
    void whoRegistersThePromotedInstanceOnceMoreChangesNothing() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var replica = cloud.create(INSTANCE, "replica", replica());
        var proxy = proxy();
        await(() -> sum(replica).equals("7"));
        rds.promoteReadReplica(request -> request.dbInstanceIdentifier("replica"));
        try (var connection = DriverManager.getConnection(url(proxy), "owner", PASSWORD);
                var statement = connection.createStatement()) {
            rds.deregisterDBProxyTargets(request -> request.dbProxyName("proxy").dbInstanceIdentifiers("primary"));
            rds.registerDBProxyTargets(request -> request.dbProxyName("proxy").dbInstanceIdentifiers("replica"));

            assertThat(statement.execute("INSERT INTO metric VALUES (8)")).isFalse();
        }
        assertThat(targets()).containsExactly("replica");
        assertThat(sum(replica)).isEqualTo("15");
    }

    @Test
    void aProxyWithoutATargetLeadsNowhereUntilOneIsRegistered() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var proxy = proxy();

        rds.deregisterDBProxyTargets(request ->
                request.dbProxyName("proxy").targetGroupName("default").dbInstanceIdentifiers("primary"));

        assertThat(targets()).isEmpty();
        assertThatThrownBy(() -> query(proxy, "SELECT 1")).isInstanceOf(SQLException.class);
        rds.registerDBProxyTargets(request ->
                request.dbProxyName("proxy").targetGroupName("default").dbInstanceIdentifiers("primary"));
        assertThat(targets()).containsExactly("primary");
        assertThat(sum(proxy)).isEqualTo("7");
        assertThatThrownBy(() -> rds.describeDBProxyTargets(
                        request -> request.dbProxyName("proxy").targetGroupName("another")))
                .hasMessageContaining("the proxy proxy has no group of targets another");
    }

    @Test
    void aPromotionBesideALivingPrimaryLosesNothingThatWasWrittenThroughTheProxy() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric (id int)");
        var replica = cloud.create(INSTANCE, "replica", replica());
        var proxy = proxy();
        var written = new AtomicInteger();
        var writer = Thread.ofVirtual().start(() -> write(proxy, written));
        await(() -> written.get() > 50);

        rds.promoteReadReplica(request -> request.dbInstanceIdentifier("replica"));
        int acknowledged = written.get();
        await(() -> written.get() > acknowledged + 50);
        writer.interrupt();
        writer.join();

        assertThat(Integer.parseInt(query(replica, "SELECT count(DISTINCT id)::text FROM metric")))
                .isGreaterThanOrEqualTo(written.get());
    }

    @Test
    void aPromotionThatFailsLeavesTheProxyWithThePrimary() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        cloud.create(INSTANCE, "replica", replica());
        var proxy = proxy();
        cloud.cloud().overview().machines().halt("replica");

        assertThatThrownBy(() -> rds.promoteReadReplica(request -> request.dbInstanceIdentifier("replica")))
                .hasMessageContaining("cannot promote replica replica");

        execute(proxy, "INSERT INTO metric VALUES (8)");
        assertThat(sum(primary)).isEqualTo("15");
        assertThat(describe("replica").readReplicaSourceDBInstanceIdentifier()).isEqualTo("primary");
    }

    @Test
    void aReplicaWhoseSourceTheProgramTakesAwayTakesWrites() throws Exception {
        var primary = primary("primary");
        execute(primary, "CREATE TABLE metric AS SELECT 7 AS id");
        var replica = cloud.create(INSTANCE, "replica", replica());
        await(() -> sum(replica).equals("7"));

        var promoted = cloud.engine().update(replica, Inputs.fields(replica()).without("replicateSourceDb"));

        execute(promoted, "INSERT INTO metric VALUES (8)");
        assertThat(sum(promoted)).isEqualTo("15");
        assertThat(sum(primary)).isEqualTo("7");
        assertThat(outputs(promoted).text("username")).contains("owner");
    }

    @Test
    void rdsAnswersAsRdsDoes() throws Exception {
        var primary = primary("primary");
        assertThatThrownBy(() -> describe("nobody"))
                .isInstanceOfSatisfying(
                        RdsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("DBInstanceNotFound"));
        assertThatThrownBy(() -> rds.promoteReadReplica(request -> request.dbInstanceIdentifier("primary")))
                .hasMessageContaining("primary is no replica");
        assertThatThrownBy(() -> rds.rebootDBInstance(
                        request -> request.dbInstanceIdentifier("primary").forceFailover(true)))
                .hasMessageContaining("set multiAz");
        rds.rebootDBInstance(request -> request.dbInstanceIdentifier("primary"));
        rds.modifyDBInstance(
                request -> request.dbInstanceIdentifier("primary").masterUserPassword("another-" + PASSWORD));

        assertThatThrownBy(() -> query(primary, "SELECT 1")).hasMessageContaining("password authentication");
        assertThat(query(primary, "SELECT 'in'", "another-" + PASSWORD)).isEqualTo("in");
        assertThat(describe("primary").dbInstanceStatus()).isEqualTo("available");
        assertThat(rds.describeDBSnapshots().dbSnapshots())
                .singleElement()
                .satisfies(snapshot -> assertThat(snapshot.snapshotType()).isEqualTo("automated"));
    }

    @Test
    void aBackupJobPutsARecoveryPointIntoTheVault() {
        primary("primary");
        cloud.create("aws:backup/vault:Vault", "vault", "name", "vault");
        try (var backup = api.client(BackupClient.builder())) {
            var arn = describe("primary").dbInstanceArn();
            var job = backup.startBackupJob(request -> request.backupVaultName("vault")
                    .resourceArn(arn)
                    .iamRoleArn("arn:aws:iam::000000000000:role/backup"));

            assertThat(backup.describeBackupJob(request -> request.backupJobId(job.backupJobId()))
                            .stateAsString())
                    .isEqualTo("COMPLETED");
            assertThat(backup.listRecoveryPointsByBackupVault(request -> request.backupVaultName("vault"))
                            .recoveryPoints())
                    .singleElement()
                    .satisfies(point -> {
                        assertThat(point.recoveryPointArn()).isEqualTo(job.recoveryPointArn());
                        assertThat(point.resourceArn()).isEqualTo(arn);
                        assertThat(point.isEncrypted()).isTrue();
                        assertThat(point.creationDate()).isBetween(Instant.now().minusSeconds(60), Instant.now());
                    });
            assertThat(backup.listRestoreJobs().restoreJobs()).isEmpty();
            assertThatThrownBy(
                            () -> backup.listRecoveryPointsByBackupVault(request -> request.backupVaultName("another")))
                    .hasMessageContaining("no backup vault another");
        }
    }

    private Known primary(String name) {
        return cloud.create(
                INSTANCE,
                name,
                "identifier",
                name,
                "engine",
                "postgres",
                "instanceClass",
                "db.t4g.micro",
                "allocatedStorage",
                20,
                "username",
                "owner",
                "password",
                PASSWORD,
                "dbName",
                "library",
                "backupRetentionPeriod",
                7,
                "storageEncrypted",
                true,
                "finalSnapshotIdentifier",
                name + "-final");
    }

    private Known restored(String name, String how, Object value) {
        return cloud.create(
                INSTANCE,
                name,
                "identifier",
                name,
                "instanceClass",
                "db.t4g.micro",
                "skipFinalSnapshot",
                true,
                "restoreToPointInTime",
                Map.of("sourceDbInstanceIdentifier", "primary", how, value));
    }

    private static Object[] replica() {
        return new Object[] {
            "identifier", "replica",
            "replicateSourceDb", "primary",
            "instanceClass", "db.t4g.micro",
            "skipFinalSnapshot", true
        };
    }

    /** Something with an address that leads to the primary. */
    private Known proxy() {
        var secret = cloud.create("aws:secretsmanager/secret:Secret", "database");
        var proxy = cloud.create(
                "aws:rds/proxy:Proxy",
                "proxy",
                "name",
                "proxy",
                "engineFamily",
                "POSTGRESQL",
                "roleArn",
                "arn:aws:iam::000000000000:role/proxy",
                "vpcSubnetIds",
                List.of("subnet-1", "subnet-2"),
                "auths",
                List.of(Map.of("secretArn", secret.id())));
        cloud.create(
                "aws:rds/proxyTarget:ProxyTarget",
                "proxy",
                "dbProxyName",
                "proxy",
                "targetGroupName",
                "default",
                "dbInstanceIdentifier",
                "primary");
        return proxy;
    }

    private List<String> targets() {
        return rds.describeDBProxyTargets(request -> request.dbProxyName("proxy")).targets().stream()
                .map(target -> target.rdsResourceId())
                .toList();
    }

    private DBInstance describe(String name) {
        return rds.describeDBInstances(request -> request.dbInstanceIdentifier(name))
                .dbInstances()
                .getFirst();
    }

    private Instant restorable(String name) {
        var known = describe(name).latestRestorableTime();
        return known == null ? Instant.EPOCH : known;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        var end = Instant.now().plus(ARCHIVED_MAX);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(end);
            Thread.sleep(100);
        }
    }

    /** Writes one number after the other, each until it is acknowledged. */
    private void write(Known database, AtomicInteger written) {
        while (!Thread.currentThread().isInterrupted()) {
            try (var connection = DriverManager.getConnection(url(database), "owner", PASSWORD);
                    var statement = connection.createStatement()) {
                while (!Thread.currentThread().isInterrupted()) {
                    statement.execute("INSERT INTO metric VALUES (%d)".formatted(written.get() + 1));
                    written.incrementAndGet();
                }
            } catch (SQLException e) {
                // The address leads nowhere for a moment, but never to a server that has not followed.
                assertThat(String.valueOf(e.getMessage())).doesNotContain("does not exist");
            }
        }
    }

    private String sum(Known database) {
        try {
            return query(database, "SELECT sum(id)::text FROM metric");
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private void execute(Known database, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "owner", PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(Known database, String sql) throws SQLException {
        return query(database, sql, PASSWORD);
    }

    private String query(Known database, String sql, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url(database), "owner", password);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private String url(Known database) {
        var host = outputs(database).text("endpoint").orElseThrow();
        return "jdbc:postgresql://%s%s/library?sslmode=verify-full&sslrootcert=%s&connectTimeout=5"
                .formatted(host, host.contains(":") ? "" : ":5432", cloud.authority());
    }
}
