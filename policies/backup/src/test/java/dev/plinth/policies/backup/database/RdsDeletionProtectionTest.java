package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsDeletionProtectionTest {
    private final PolicyTest rule = PolicyTest.of(new RdsDeletionProtection());

    @Test
    void acceptsAProtectedDatabase() {
        assertThat(rule.violations(database(args().deletionProtection(true)))).isEmpty();
    }

    @Test
    void rejectsADatabaseWithoutProtectionSaidOrUnsaid() {
        var cluster = ClusterArgs.builder().engine("aurora-postgresql").build();

        assertThat(rule.violations(database(args().deletionProtection(false))))
                .containsExactly("db is deleted by one command, as deletionProtection is not true");
        assertThat(rule.violations(database(args()), TestResource.of(Cluster.class, "cluster", cluster)))
                .hasSize(2);
    }

    @Test
    void doesNotTakeTheEnginesProtectionForAws() {
        assertThat(rule.violations(database(args()).protect())).hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        TestResource replica = database(args()).unknown("replicateSourceDb");

        assertThat(rule.notApplicable(replica))
                .containsExactly("leaves a replica to its source, from which it is made anew");
        assertThat(rule.remedied(replica).resource()).isEqualTo(replica.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(args()).unknown("deletionProtection")))
                .containsExactly("db: deletionProtection is not known before the deployment");
    }

    @Test
    void protectsIt() {
        TestResource remedied = rule.remedied(database(args().deletionProtection(false)));

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
