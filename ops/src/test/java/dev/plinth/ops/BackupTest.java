package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.cloud.Answers;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.StubAws;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code plinth backup} at noon; moto knows no recovery points, so AWS's answers are written down. */
final class BackupTest {
    private static final long NOON = Desk.NOON.getEpochSecond();
    private static final long HOUR = 3600;
    private static final String RESTORABLE = "<LatestRestorableTime>2026-11-21T11:56:00Z</LatestRestorableTime>";

    @TempDir
    private Path folder;

    private final StubAws aws = StubAws.answering(500, "{}")
            .when("Action=DescribeDBInstances", Answers.server("primary", "available", RESTORABLE))
            .when(
                    "Action=DescribeDBSnapshots",
                    Answers.snapshot("rds:primary-1", "automated", "2026-11-21T09:00:00Z", true))
            .when("Action=DescribeDBProxyTargets", Answers.proxyTargets("primary"))
            .when("/backup-vaults/vault/", Answers.recoveryPoint("arn:point", NOON - 5 * HOUR))
            .when("/backup-vaults/copies/", Answers.recoveryPoint("arn:copy", NOON - 3 * HOUR));

    @AfterEach
    void theEnd() {
        aws.close();
    }

    @Test
    void everyBackupIsListedTheNewestFirstWithItsCopies() {
        var desk = desk();

        assertThat(desk.run("backup", "list", "staging")).as(desk.err()).isZero();
        assertThat(desk.out()).isEqualTo("""
                  age  kind                region        size      encrypted  status     name
                  3 h  snapshot/automated  eu-central-1  20.0 GiB  yes        available  rds:primary-1
                  5 h  vault/RDS           eu-central-1  -         yes        completed  arn:point
                  3 h  vault/RDS           eu-west-1     -         yes        completed  arn:copy
                the database can be restored to any second until 2026-11-21T11:56:00Z (4 min ago)
                """);
    }

    @Test
    void backupsAreListedAsDataToo() throws IOException {
        var desk = desk();

        desk.run("backup", "list", "staging", "--json");

        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.at("/restorable").asText()).isEqualTo("2026-11-21T11:56:00Z");
        assertThat(data.at("/backups")).hasSize(3);
        assertThat(data.at("/backups/0/bytes").asLong()).isEqualTo(20L << 30);
    }

    @Test
    void whatWasPromisedAndIsKeptEndsWell() {
        var desk = desk();

        assertThat(desk.run("backup", "verify", "staging")).as(desk.out()).isZero();
        assertThat(desk.out().lines()).hasSize(4).allMatch(line -> line.startsWith("  kept"));
    }

    @Test
    void anOldBackupBreaksThePromise() {
        aws.when("Action=DescribeDBSnapshots", Answers.snapshot("old", "manual", "2026-11-20T11:59:59Z", true))
                .when("/backup-vaults/vault/", "{\"RecoveryPoints\": []}");
        var desk = desk();

        assertThat(desk.run("backup", "verify", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).contains("BROKEN  a backup younger than a day    old is 24 h old");
        assertThat(desk.err()).contains("the backups of staging are not what was promised");
    }

    @Test
    void aDatabaseThatFellBehindBreaksThePromise() {
        aws.when(
                "Action=DescribeDBInstances",
                Answers.server(
                        "primary", "available", "<LatestRestorableTime>2026-11-21T10:59:00Z</LatestRestorableTime>"));
        var desk = desk();

        assertThat(desk.run("backup", "verify", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).contains("BROKEN  restorable to the last hour");
    }

    @Test
    void missingCopiesBreakThePromise() {
        aws.when("/backup-vaults/copies/", "{\"RecoveryPoints\": []}");
        var desk = desk();

        assertThat(desk.run("backup", "verify", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).contains("BROKEN  a copy in the recovery region");
    }

    @Test
    void aBackupThatIsNotEncryptedIsNamed() {
        aws.when("Action=DescribeDBSnapshots", Answers.snapshot("open", "manual", "2026-11-21T09:00:00Z", false));
        var desk = desk();

        assertThat(desk.run("backup", "verify", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.out()).contains("not encrypted: open");
    }

    @Test
    void aBackupIsMadeNowAsASnapshotAndInTheVault() throws IOException {
        makesBackups("COMPLETED");
        var desk = desk();

        assertThat(desk.run("backup", "now", "staging", "--json"))
                .as(desk.err())
                .isZero();
        var data = new ObjectMapper().readTree(desk.out());
        assertThat(data.at("/backups/0/name").asText()).isEqualTo("primary-by-hand-20261121-120000");
        assertThat(data.at("/backups/1/name").asText()).isEqualTo("arn:point");
        assertThat(aws.requests())
                .anyMatch(request -> request.contains("Action=CreateDBSnapshot")
                        && request.contains("DBSnapshotIdentifier=primary-by-hand-20261121-120000"))
                .anyMatch(request -> request.startsWith("PUT /backup-jobs")
                        && request.contains("\"BackupVaultName\":\"vault\"")
                        && request.contains("\"ResourceArn\":\"arn:db:primary\"")
                        && request.contains("\"IamRoleArn\":\"arn:role\"")
                        && request.contains("\"DeleteAfterDays\":35"));
    }

    @Test
    void whereThereIsNoVaultASnapshotIsMade() throws IOException {
        makesBackups("COMPLETED");
        var desk = desk();
        var outputs = (ObjectNode) new ObjectMapper().readTree(Answers.OUTPUTS);
        ((ObjectNode) outputs.get("operations")).remove("backup");
        desk.cli.answering("stack output", FakeCli.ok(outputs.toString()));

        assertThat(desk.run("backup", "now", "staging")).as(desk.err()).isZero();
        assertThat(desk.out()).contains("snapshot/manual: primary-by-hand-20261121-120000\n");
        assertThat(aws.requests()).noneMatch(request -> request.contains("/backup-jobs"));
    }

    @Test
    void aBackupJobThatFailsIsToldInAwsBackupsOwnWords() {
        makesBackups("FAILED");
        var desk = desk();

        assertThat(desk.run("backup", "now", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("the backup job job-1 ended as FAILED: as AWS says");
    }

    @Test
    void afterAPromotionTheServerBehindTheProxyIsBackedUp() {
        makesBackups("COMPLETED");
        aws.when("Action=DescribeDBProxyTargets", Answers.proxyTargets("replica-1"))
                .when("Action=DescribeDBInstances", Answers.server("replica-1", "available", ""))
                .when(
                        "Action=DescribeDBSnapshots",
                        Answers.snapshot("replica-1-by-hand-20261121-120000", "manual", "2026-11-21T12:00:00Z", true));
        var desk = desk();

        assertThat(desk.run("backup", "now", "staging")).as(desk.err()).isZero();
        assertThat(aws.requests())
                .anyMatch(request -> request.contains("Action=CreateDBSnapshot")
                        && request.contains("DBInstanceIdentifier=replica-1"));
    }

    @Test
    void aStackThatIsNotUpIsToldAsSuch() {
        var desk = desk();
        desk.cli.answering("stack output", FakeCli.ok("{}"));

        assertThat(desk.run("backup", "list", "staging")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("staging is not up");
    }

    private void makesBackups(String state) {
        aws.when("Action=CreateDBSnapshot", "<CreateDBSnapshotResponse/>")
                .when(
                        "Action=DescribeDBSnapshots",
                        Answers.snapshot("primary-by-hand-20261121-120000", "manual", "2026-11-21T12:00:00Z", true))
                .when("PUT /backup-jobs", Answers.job("CREATED"))
                .when("GET /backup-jobs/job-1", Answers.job(state));
    }

    private Desk desk() {
        var desk = new Desk(folder).inCloud(place -> Cloud.open(aws.place()));
        desk.cli.answering("stack output", FakeCli.ok(Answers.OUTPUTS));
        return desk;
    }
}
