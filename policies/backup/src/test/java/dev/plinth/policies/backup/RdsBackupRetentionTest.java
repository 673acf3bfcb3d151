package dev.plinth.policies.backup;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsBackupRetentionTest {
    private final PolicyTest rule = PolicyTest.of(new RdsBackupRetention());
    private final TestResource database = TestResource.of(Instance.class, "db");

    @Test
    void acceptsAWeekAndMore() {
        assertThat(rule.violations(database.with("backupRetentionPeriod", 7))).isEmpty();
        assertThat(rule.violations(database.with("backupRetentionPeriod", 35))).isEmpty();
    }

    @Test
    void rejectsLessThanAWeek() {
        assertThat(rule.violations(database.with("backupRetentionPeriod", 6)))
                .containsExactly("db keeps 6 days of backups, needs 7");
    }

    @Test
    void rejectsNoBackupsSaidOrUnsaid() {
        assertThat(rule.violations(database.with("backupRetentionPeriod", 0)))
                .containsExactly("db keeps 0 days of backups, needs 7");
        assertThat(rule.violations(database)).containsExactly("db keeps 0 days of backups, needs 7");
        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster"))).hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.violations(database.with("replicateSourceDb", "primary")))
                .isEmpty();
        assertThat(rule.violations(database.unknown("replicateSourceDb"))).isEmpty();
    }

    @Test
    void takesAnEmptySourceForNone() {
        assertThat(rule.violations(database.with("replicateSourceDb", ""))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database.unknown("backupRetentionPeriod")))
                .containsExactly("db: backupRetentionPeriod is not known before the deployment");
    }
}
