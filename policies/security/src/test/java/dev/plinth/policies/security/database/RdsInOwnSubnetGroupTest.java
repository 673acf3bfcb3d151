package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsInOwnSubnetGroupTest {
    private final PolicyTest rule = PolicyTest.of(new RdsInOwnSubnetGroup());

    @Test
    void acceptsAGroup() {
        assertThat(rule.violations(database(database().dbSubnetGroupName("private"))))
                .isEmpty();
    }

    @Test
    void acceptsAGroupThatIsMadeWithIt() {
        TestResource database = database(database()).unknown("dbSubnetGroupName");

        assertThat(rule.violations(database)).isEmpty();
        assertThat(rule.undecided(database)).isEmpty();
    }

    @Test
    void rejectsTheDefaultSaidOrUnsaid() {
        assertThat(rule.violations(database(database().dbSubnetGroupName("default"))))
                .containsExactly("db stands in the default subnets, as dbSubnetGroupName names no group");
        assertThat(rule.violations(database(database()))).hasSize(1);
        assertThat(rule.violations(TestResource.of(
                        Cluster.class,
                        "cluster",
                        ClusterArgs.builder().engine("aurora-postgresql").build())))
                .hasSize(1);
    }

    @Test
    void leavesAReplicaToItsSource() {
        assertThat(rule.notApplicable(database(database().replicateSourceDb("primary"))))
                .containsExactly("leaves a replica to its source, beside which it stands");
    }

    private static InstanceArgs.Builder database() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
