package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsNoPublicAccessTest {
    private final PolicyTest rule = PolicyTest.of(new RdsNoPublicAccess());
    private final TestResource database = TestResource.of(Instance.class, "db");

    @Test
    void acceptsAPrivateDatabase() {
        assertThat(rule.violations(database.with("publiclyAccessible", false))).isEmpty();
    }

    @Test
    void acceptsTheDefaultWhichIsPrivate() {
        assertThat(rule.violations(database)).isEmpty();
    }

    @Test
    void rejectsAPublicDatabase() {
        assertThat(rule.violations(database.with("publiclyAccessible", true)))
                .containsExactly("db gets a public address, as publiclyAccessible is true");
    }

    @Test
    void rejectsAPublicInstanceOfACluster() {
        var instance = TestResource.of(ClusterInstance.class, "writer").with("publiclyAccessible", true);

        assertThat(rule.violations(instance)).hasSize(1);
    }

    @Test
    void leavesAClusterAlone() {
        assertThat(rule.notApplicable(TestResource.of(Cluster.class, "cluster")))
                .containsExactly("is about other types");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(database.unknown("publiclyAccessible")))
                .containsExactly("db: publiclyAccessible is not known before the deployment");
    }
}
