package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ClusterArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisOwnSubnetGroupTest {
    private final PolicyTest rule = PolicyTest.of(new RedisOwnSubnetGroup());

    @Test
    void acceptsAGroup() {
        assertThat(rule.violations(group(group().subnetGroupName("private")))).isEmpty();
    }

    @Test
    void acceptsAGroupThatIsMadeWithIt() {
        TestResource group = group(group()).unknown("subnetGroupName");

        assertThat(rule.violations(group)).isEmpty();
        assertThat(rule.undecided(group)).isEmpty();
    }

    @Test
    void rejectsTheDefaultSaidOrUnsaid() {
        assertThat(rule.violations(group(group().subnetGroupName("default"))))
                .containsExactly("cache stands in the default subnets, as subnetGroupName names no group");
        assertThat(rule.violations(group(group()), cluster(ClusterArgs.builder().engine("memcached"))))
                .hasSize(2);
    }

    @Test
    void leavesANodeToItsGroup() {
        assertThat(rule.notApplicable(cluster(ClusterArgs.builder().replicationGroupId("sessions"))))
                .containsExactly("leaves a node to its replication group");
    }

    private static ReplicationGroupArgs.Builder group() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }

    private static TestResource cluster(ClusterArgs.Builder args) {
        return TestResource.of(Cluster.class, "cluster", args.build());
    }
}
