package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsNoPublicAccessTest {
    private final PolicyTest rule = PolicyTest.of(new RdsNoPublicAccess());

    @Test
    void acceptsAPrivateDatabase() {
        assertThat(rule.violations(database(database().publiclyAccessible(false))))
                .isEmpty();
    }

    @Test
    void acceptsTheDefaultWhichIsPrivate() {
        assertThat(rule.violations(database(database()))).isEmpty();
    }

    @Test
    void rejectsAPublicDatabase() {
        assertThat(rule.violations(database(database().publiclyAccessible(true))))
                .containsExactly("db gets a public address, as publiclyAccessible is true");
    }

    @Test
    void rejectsAPublicReplica() {
        assertThat(rule.violations(
                        database(database().replicateSourceDb("primary").publiclyAccessible(true))))
                .hasSize(1);
    }

    @Test
    void rejectsAPublicInstanceOfACluster() {
        var writer = ClusterInstanceArgs.builder()
                .clusterIdentifier("cluster")
                .engine("aurora-postgresql")
                .instanceClass("db.r7g.large")
                .publiclyAccessible(true)
                .build();

        assertThat(rule.violations(TestResource.of(ClusterInstance.class, "writer", writer)))
                .hasSize(1);
    }

    @Test
    void leavesAClusterAlone() {
        var cluster = ClusterArgs.builder().engine("aurora-postgresql").build();

        assertThat(rule.notApplicable(TestResource.of(Cluster.class, "cluster", cluster)))
                .containsExactly("is about other types");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database(database()).unknown("publiclyAccessible")))
                .containsExactly("db: publiclyAccessible is not known before the deployment");
    }

    @Test
    void takesThePublicAddressAway() {
        TestResource remedied = rule.remedied(database(database().publiclyAccessible(true)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static InstanceArgs.Builder database() {
        return InstanceArgs.builder().instanceClass("db.t4g.medium");
    }

    private static TestResource database(InstanceArgs.Builder args) {
        return TestResource.of(Instance.class, "db", args.build());
    }
}
