package dev.plinth.policies.backup.database;

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

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 30).violations(database.with("backupRetentionPeriod", 29)))
                .containsExactly("db keeps 29 days of backups, needs 30");
    }

    @Test
    void putsTheRetentionRight() {
        TestResource remedied = rule.configured("daysMin", 30).remedied(database.with("backupRetentionPeriod", 1));

        assertThat(rule.configured("daysMin", 30).violations(remedied)).isEmpty();
        assertThat(remedied.resource()).isEqualTo(rule.remedied(remedied).resource());
    }
}
