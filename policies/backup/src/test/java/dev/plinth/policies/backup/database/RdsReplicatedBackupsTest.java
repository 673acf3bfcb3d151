package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplication;
import com.pulumi.aws.rds.InstanceAutomatedBackupsReplicationArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RdsReplicatedBackupsTest {
    private static final String ARN = "arn:aws:rds:eu-central-1:111111111111:db:metrics";

    private final PolicyTest rule = PolicyTest.of(new RdsReplicatedBackups());
    private final TestResource database = database(args()).with("arn", ARN);

    @Test
    void acceptsBackupsInASecondRegion() {
        assertThat(rule.violations(database, copy(ARN).with("kmsKeyId", "key"))).isEmpty();
        assertThat(rule.violations(database, copy(ARN).unknown("kmsKeyId"))).isEmpty();
    }

    @Test
    void rejectsBackupsInOneRegionOnly() {
        assertThat(rule.violations(database)).containsExactly("db has its backups in one region only");
        assertThat(rule.violations(database, copy("another").with("kmsKeyId", "key")))
                .hasSize(1);
    }

    @Test
    void rejectsACopyWithoutAKey() {
        assertThat(rule.violations(database, copy(ARN)))
                .containsExactly("db copies its backups without a key of the other region, as kmsKeyId is not set");
    }

    @Test
    void givesACopyOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        TestResource copy = copy("").unknown("sourceDbInstanceArn").unknown("kmsKeyId");

        assertThat(rule.violations(database.unknown("arn"), copy)).isEmpty();
        assertThat(rule.undecided(database.unknown("arn"), copy)).isEmpty();
        assertThat(rule.violations(database(args()), copy)).isEmpty();
    }

    @Test
    void leavesADatabaseWithoutBackupsToTheRuleAboutThat() {
        assertThat(rule.notApplicable(database(args().backupRetentionPeriod(0))))
                .containsExactly("leaves a database without backups to rds-backup-retention");
    }

    @Test
    void leavesReplicasAndUnmarkedDatabasesAlone() {
        assertThat(rule.notApplicable(database(args().replicateSourceDb("metrics")), database(args().tags(Map.of()))))
                .containsExactly("is about primaries", "is about databases that carry the configured tag");
    }

    @Test
    void asksItOfDatabasesThatCarryTheConfiguredTag() {
        PolicyTest configured = rule.configured("tag", "Tier");

        assertThat(configured.violations(database)).isEmpty();
        assertThat(configured.violations(database(args().tags(Map.of("Tier", "any")))))
                .hasSize(1);
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder()
                .instanceClass("db.t4g.medium")
                .backupRetentionPeriod(7)
                .tags(Map.of("Backup", "production"));
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }

    private static TestResource copy(String source) {
        var args = InstanceAutomatedBackupsReplicationArgs.builder().sourceDbInstanceArn(source);
        return TestResource.of(InstanceAutomatedBackupsReplication.class, "copy", args.build());
    }
}
