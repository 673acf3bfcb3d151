package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsBackupRetentionTest {
    private final PolicyTest rule = PolicyTest.of(new RdsBackupRetention());

    @Test
    void acceptsAWeekAndMore() {
        assertThat(rule.violations(database(7), database(35))).isEmpty();
    }

    @Test
    void rejectsLessThanAWeek() {
        assertThat(rule.violations(database(6))).containsExactly("db keeps 6 days of backups, needs 7");
    }

    @Test
    void rejectsNoBackupsSaidOrUnsaid() {
        var cluster = ClusterArgs.builder().engine("aurora-postgresql").build();

        assertThat(rule.violations(database(0), database(args())))
                .hasSize(2)
                .allMatch("db keeps 0 days of backups, needs 7"::equals);
        assertThat(rule.violations(TestResource.of(Cluster.class, "cluster", cluster)))
                .hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(
                        database(args().replicateSourceDb("primary")),
                        database(args()).unknown("replicateSourceDb")))
                .hasSize(2)
                .allMatch("leaves a replica to its source, from which it is made anew"::equals);
    }

    @Test
    void takesAnEmptySourceForNone() {
        assertThat(rule.violations(database(args().replicateSourceDb("")))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("backupRetentionPeriod")))
                .containsExactly("db: backupRetentionPeriod is not known before the deployment");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 30).violations(database(29), database(30)))
                .containsExactly("db keeps 29 days of backups, needs 30");
    }

    @Test
    void putsTheRetentionRight() {
        PolicyTest configured = rule.configured("daysMin", 30);
        TestResource remedied = configured.remedied(database(1));

        assertThat(remedied.resource()).isEqualTo(database(30).resource());
        assertThat(configured.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(int days) {
        return database(args().backupRetentionPeriod(days));
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
