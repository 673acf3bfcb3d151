package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.cloud.Answers;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.StubAws;
import dev.plinth.ops.engine.FakeCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command {@code plinth failover}, up to the moment when something would be changed. */
final class FailoverTest {
    private static final String STANDBY = "<MultiAZ>true</MultiAZ>";

    @TempDir
    private Path folder;

    private final StubAws aws = StubAws.answering(500, "{}")
            .when("GetSecretValue", Answers.secret("{\"username\": \"mdl_app\", \"password\": \"secret\"}"))
            .when("DBInstanceIdentifier=primary", Answers.server("primary", "available", STANDBY))
            .when("Action=DescribeDBProxyTargets", Answers.proxyTargets("primary"))
            .when("Action=DescribeReplicationGroups", Answers.cache("sessions-001"));

    @AfterEach
    void theEnd() {
        aws.close();
    }

    @Test
    void aDryRunTellsThePlanAndChangesNothing() {
        var desk = desk();

        assertThat(desk.run("failover", "database", "staging", "--dry-run"))
                .as(desk.err())
                .isZero();
        assertThat(desk.out()).startsWith("  restart primary on its standby in another zone; its address stays\n");
        assertThat(desk.out()).endsWith("nothing was changed\n");
        nothingWasChanged();
    }

    @Test
    void withoutAStandbyAReplicaIsPromoted() {
        aws.when("DBInstanceIdentifier=primary", Answers.server("primary", "available", ""))
                .when("DBInstanceIdentifier=replica-1", replica());
        var desk = desk();

        desk.run("failover", "database", "staging", "--dry-run");

        assertThat(desk.out()).startsWith("  promote replica-1: it stops following primary and takes writes\n");
    }

    @Test
    void aPrimaryThatIsDownIsReplacedByAReplicaEvenIfItHadAStandby() {
        aws.when("DBInstanceIdentifier=primary", Answers.server("primary", "failed", STANDBY))
                .when("DBInstanceIdentifier=replica-1", replica());
        var desk = desk();

        desk.run("failover", "database", "staging", "--dry-run");

        assertThat(desk.out()).startsWith("  promote replica-1");
    }

    @Test
    void whereThereIsNeitherNothingIsDone() {
        aws.when("DBInstanceIdentifier=primary", Answers.server("primary", "available", ""))
                .when("DBInstanceIdentifier=replica-1", Answers.server("replica-1", "creating", ""));
        var desk = desk();

        assertThat(desk.run("failover", "database", "staging", "--yes")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("primary has neither a standby nor a replica that follows it");
    }

    @Test
    void aPromotionThatWasInterruptedIsFinished() {
        aws.when("Action=DescribeDBProxyTargets", Answers.proxyTargets())
                .when("DBInstanceIdentifier=replica-1", Answers.server("replica-1", "available", ""));
        var desk = desk();

        desk.run("failover", "database", "staging", "--dry-run");

        assertThat(desk.out()).startsWith("  replica-1 is promoted already: it follows nobody and takes writes\n");
        assertThat(desk.out()).contains("  lead the proxy proxy to replica-1");
    }

    @Test
    void oncePromotedNoReplicaOfTheOldPrimaryTakesOver() {
        aws.when("Action=DescribeDBProxyTargets", Answers.proxyTargets("replica-2"))
                .when("DBInstanceIdentifier=replica-2", Answers.server("replica-2", "failed", ""))
                .when("DBInstanceIdentifier=replica-1", replica());
        var desk = desk();

        assertThat(desk.run("failover", "database", "staging", "--yes")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("replica-2 has neither a standby nor a replica that follows it");
    }

    @Test
    void nothingIsChangedWithoutAYes() {
        var unasked = desk();
        assertThat(unasked.run("failover", "cache", "staging")).isEqualTo(ExitCode.USAGE.number());
        var refused = desk().answering("no");
        assertThat(refused.run("failover", "cache", "staging")).isEqualTo(ExitCode.FAILED.number());

        nothingWasChanged();
    }

    @Test
    void productionWantsItsNameTyped() {
        var desk = desk();

        assertThat(desk.run("failover", "cache", "production", "--yes")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk().run("failover", "cache", "production", "--confirm", "staging"))
                .isEqualTo(ExitCode.FAILED.number());
        nothingWasChanged();
    }

    @Test
    void aSecretIsNeverShown() {
        var desk = desk();

        desk.run("failover", "database", "staging", "--dry-run");

        assertThat(desk.out() + desk.err()).doesNotContain("secret");
    }

    private void nothingWasChanged() {
        assertThat(aws.requests())
                .noneMatch(request -> request.contains("Action=RebootDBInstance")
                        || request.contains("Action=TestFailover")
                        || request.contains("Action=PromoteReadReplica"));
    }

    private static String replica() {
        return Answers.server(
                "replica-1",
                "available",
                "<ReadReplicaSourceDBInstanceIdentifier>primary</ReadReplicaSourceDBInstanceIdentifier>");
    }

    private Desk desk() {
        var desk = new Desk(folder).inCloud(place -> Cloud.open(aws.place()));
        desk.cli.answering("stack output", FakeCli.ok(Answers.OUTPUTS));
        return desk;
    }
}
