package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RdsClusterStandbyTest {
    private final PolicyTest rule = PolicyTest.of(new RdsClusterStandby());
    private final TestResource cluster = cluster("aurora-postgresql");

    @Test
    void acceptsASecondInstance() {
        assertThat(rule.violations(cluster, instance("writer", "metrics"), instance("reader", "metrics")))
                .isEmpty();
    }

    @Test
    void rejectsAnInstanceThatIsAlone() {
        assertThat(rule.violations(cluster, instance("writer", "metrics"), instance("reader", "another")))
                .containsExactly("cluster has 1 of at least 2 instances");
    }

    @Test
    void countsInstancesOfWhichTheClusterIsNotKnownYet() {
        TestResource writer = instance("writer", "").unknown("clusterIdentifier");

        assertThat(rule.violations(cluster, writer)).containsExactly("cluster has 1 of at least 2 instances");
        assertThat(rule.violations(cluster, writer, instance("reader", "").from("clusterIdentifier", cluster)))
                .isEmpty();
    }

    @Test
    void leavesOtherClustersAlone() {
        assertThat(rule.notApplicable(cluster("postgres")))
                .containsExactly("is about Aurora: any other cluster has its readers by itself");
    }

    @Test
    void waitsForAnUnknownEngine() {
        assertThat(rule.undecided(cluster.unknown("engine")))
                .containsExactly("cluster: engine is not known before the deployment");
    }

    private static TestResource cluster(String engine) {
        var args = ClusterArgs.builder().engine(engine).clusterIdentifier("metrics");
        return TestResource.of(Cluster.class, "cluster", args.build());
    }

    private static TestResource instance(String name, String cluster) {
        var args = ClusterInstanceArgs.builder()
                .clusterIdentifier(cluster)
                .engine("aurora-postgresql")
                .instanceClass("db.r7g.large");
        return TestResource.of(ClusterInstance.class, name, args.build());
    }
}
