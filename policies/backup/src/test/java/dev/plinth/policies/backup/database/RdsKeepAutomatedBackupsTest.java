package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsKeepAutomatedBackupsTest {
    private final PolicyTest rule = PolicyTest.of(new RdsKeepAutomatedBackups());

    @Test
    void acceptsBackupsThatStay() {
        assertThat(rule.violations(database(args().deleteAutomatedBackups(false))))
                .isEmpty();
    }

    @Test
    void rejectsBackupsThatGoSaidOrUnsaid() {
        var cluster = ClusterArgs.builder().engine("aurora-postgresql").build();

        assertThat(rule.violations(database(args().deleteAutomatedBackups(true))))
                .containsExactly(
                        "db takes its backups along when it is deleted, as deleteAutomatedBackups is not false");
        assertThat(rule.violations(database(args()), TestResource.of(Cluster.class, "cluster", cluster)))
                .hasSize(2);
    }

    @Test
    void leavesAReplicaToItsSource() {
        TestResource replica = database(args()).unknown("replicateSourceDb");

        assertThat(rule.notApplicable(replica))
                .containsExactly("leaves a replica to its source, which has the backups");
        assertThat(rule.remedied(replica).resource()).isEqualTo(replica.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("deleteAutomatedBackups")))
                .containsExactly("db: deleteAutomatedBackups is not known before the deployment");
    }

    @Test
    void keepsThem() {
        TestResource remedied = rule.remedied(database(args()));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder args() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
