package dev.plinth.ops.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.cloud.Caches.Group;
import dev.plinth.ops.cloud.TrafficCounts.Stretch;
import dev.plinth.ops.cloud.Vaults.Job;
import dev.plinth.ops.cloud.Vaults.Order;
import dev.plinth.ops.cloud.Vaults.RecoveryPoint;
import dev.plinth.ops.cloud.Vaults.Restore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The calls that moto 5.2 does not serve, and those that it does not serve as AWS does: a cache's tokens, percentiles, and
 * what a replica is after its promotion. Their answers are written down here as AWS documents them. The sandbox serves all
 * of them but those of restores, and its own tests hold it to that.
 */
final class CloudGapsTest {
    /** What moto does not answer at all, and why; {@link AwsCallsIT} holds this list to be whole and true. */
    static final Map<String, String> GAPS = Map.of(
            "elasticache:TestFailover", "moto's groups have no failover",
            "backup:StartBackupJob", "moto's vaults hold no recovery points",
            "backup:DescribeBackupJob", "moto has no jobs",
            "backup:ListRecoveryPointsByBackupVault", "moto's vaults hold no recovery points",
            "backup:ListRestoreJobs", "moto restores nothing");

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aCacheFailsOverByItsShard() {
        var requests = requests(
                "TestFailover",
                cloud -> cloud.caches()
                        .failOver(new Group("plinth-cache", "available", "0001", "plinth-cache-001", List.of())));

        assertThat(requests)
                .singleElement()
                .asString()
                .contains("Action=TestFailover", "ReplicationGroupId=plinth-cache", "NodeGroupId=0001");
    }

    @Test
    void aTokenIsAddedBesideTheOldOne() {
        var requests =
                requests("ModifyReplicationGroup", cloud -> cloud.caches().addToken("plinth-cache", "new-token"));

        assertThat(requests)
                .singleElement()
                .asString()
                .contains("AuthToken=new-token", "AuthTokenUpdateStrategy=ROTATE", "ApplyImmediately=true");
    }

    @Test
    void aTokenThatIsGoodBecomesTheOnlyOne() {
        var requests =
                requests("ModifyReplicationGroup", cloud -> cloud.caches().keepOnlyToken("plinth-cache", "new-token"));

        assertThat(requests).singleElement().asString().contains("AuthTokenUpdateStrategy=SET");
    }

    @Test
    void theSlowestAnswersComeAsOnePercentileOfTheWholeTime() {
        try (var stub = StubAws.answering(200, """
                <GetMetricDataResponse><GetMetricDataResult><MetricDataResults>
                  <member><Id>requests</Id><Values><member>1200.0</member></Values></member>
                  <member><Id>errors</Id><Values><member>12.0</member></Values></member>
                  <member><Id>ownErrors</Id><Values></Values></member>
                  <member><Id>slow</Id><Values><member>0.2505</member></Values></member>
                </MetricDataResults></GetMetricDataResult></GetMetricDataResponse>""");
                var cloud = Cloud.open(stub.place())) {
            var stretch = new Stretch("arn:x:loadbalancer/app/plinth/50dc", "arn:x:targetgroup/blue/73e2");
            var traffic = cloud.traffic().of(stretch, NOON.minusSeconds(90), NOON);

            assertThat(traffic).isEqualTo(new Traffic(1200, 12, 0, Optional.of(Duration.ofMillis(251))));
            assertThat(traffic.errorRatio()).isEqualTo(0.01);
            assertThat(stub.requests())
                    .singleElement()
                    .asString()
                    .contains(
                            "MetricStat.Stat=p95",
                            "MetricStat.Period=120",
                            "Value=app/plinth/50dc",
                            "Value=targetgroup/blue/73e2");
        }
    }

    @Test
    void aPromotedReplicaFollowsNobody() {
        try (var stub = StubAws.answering(200, """
                <DescribeDBInstancesResponse><DescribeDBInstancesResult><DBInstances><DBInstance>
                  <DBInstanceIdentifier>plinth-replica-0</DBInstanceIdentifier>
                  <DBInstanceStatus>available</DBInstanceStatus>
                  <Endpoint><Address>127.0.0.1</Address><Port>5432</Port></Endpoint>
                </DBInstance></DBInstances></DescribeDBInstancesResult></DescribeDBInstancesResponse>""");
                var cloud = Cloud.open(stub.place())) {
            var server = cloud.databases().server("plinth-replica-0");

            assertThat(server.isAvailable()).isTrue();
            assertThat(server.source()).isEmpty();
            assertThat(server.restorable()).isEmpty();
        }
    }

    @Test
    void theBackupsOfAVaultAreRead() {
        try (var stub = StubAws.answering(200, """
                {"RecoveryPoints": [{"RecoveryPointArn": "arn:point", "ResourceArn": "arn:db", "ResourceType": "RDS",
                  "Status": "COMPLETED", "CreationDate": 1795262400, "BackupSizeInBytes": 1073741824, "IsEncrypted": true}]}""");
                var cloud = Cloud.open(stub.place())) {
            assertThat(cloud.vaults().recoveryPoints("plinth-vault"))
                    .containsExactly(new RecoveryPoint(
                            "arn:point", "arn:db", "RDS", "COMPLETED", NOON, Optional.of(1_073_741_824L), true));
            assertThat(stub.requests()).containsExactly("GET /backup-vaults/plinth-vault/recovery-points/");
        }
    }

    @Test
    void aRecoveryPointIsOrderedForAsLongAsTheVaultWants() {
        try (var stub = StubAws.answering(200, Answers.job("CREATED"));
                var cloud = Cloud.open(stub.place())) {
            var id = cloud.vaults().start(new Order("plinth-vault", "arn:db", "arn:role", 35));

            assertThat(id).isEqualTo("job-1");
            assertThat(stub.requests())
                    .singleElement()
                    .asString()
                    .startsWith("PUT /backup-jobs")
                    .contains(
                            "\"BackupVaultName\":\"plinth-vault\"",
                            "\"ResourceArn\":\"arn:db\"",
                            "\"IamRoleArn\":\"arn:role\"",
                            "\"StartWindowMinutes\":60",
                            "\"DeleteAfterDays\":35",
                            "\"IdempotencyToken\":");
        }
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, true, false", "RUNNING, false, false", "FAILED, false, true", "EXPIRED, false, true"})
    void aBackupJobIsFollowed(String state, boolean completed, boolean lost) {
        try (var stub = StubAws.answering(200, Answers.job(state));
                var cloud = Cloud.open(stub.place())) {
            var job = cloud.vaults().job("job-1");

            assertThat(job).isEqualTo(new Job("job-1", state, "as AWS says", "arn:point"));
            assertThat(job.isCompleted()).isEqualTo(completed);
            assertThat(job.isLost()).isEqualTo(lost);
        }
    }

    @Test
    void theValidationOfARestoreIsRead() {
        try (var stub = StubAws.answering(200, """
                {"RestoreJobs": [{"RestoreJobId": "1", "RecoveryPointArn": "arn:point", "Status": "COMPLETED",
                  "ValidationStatus": "SUCCESSFUL", "CreationDate": 1795262400}]}""");
                var cloud = Cloud.open(stub.place())) {
            assertThat(cloud.vaults().restores(NOON))
                    .containsExactly(new Restore("arn:point", "COMPLETED", "SUCCESSFUL", NOON));
        }
    }

    private static List<String> requests(String action, Consumer<Cloud> call) {
        try (var stub = StubAws.answering(200, "<%1$sResponse><%1$sResult/></%1$sResponse>".formatted(action));
                var cloud = Cloud.open(stub.place())) {
            call.accept(cloud);
            return List.copyOf(stub.requests());
        }
    }
}
