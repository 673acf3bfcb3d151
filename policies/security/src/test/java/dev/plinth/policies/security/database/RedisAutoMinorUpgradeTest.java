package dev.plinth.policies.security.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ClusterArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisAutoMinorUpgradeTest {
    private final PolicyTest rule = PolicyTest.of(new RedisAutoMinorUpgrade());

    @Test
    void acceptsMinorVersionsThatComeByThemselves() {
        assertThat(rule.violations(
                        group(group().autoMinorVersionUpgrade(true)),
                        cluster(ClusterArgs.builder().autoMinorVersionUpgrade("true"))))
                .isEmpty();
    }

    @Test
    void acceptsTheDefaultWhichIsOn() {
        assertThat(rule.violations(group(group()), cluster(ClusterArgs.builder())))
                .isEmpty();
    }

    @Test
    void rejectsACacheThatStaysAsItIs() {
        assertThat(rule.violations(group(group().autoMinorVersionUpgrade(false))))
                .containsExactly("cache stays on its minor version, as autoMinorVersionUpgrade is false");
        assertThat(rule.violations(cluster(ClusterArgs.builder().autoMinorVersionUpgrade("false"))))
                .hasSize(1);
    }

    @Test
    void leavesANodeToItsGroup() {
        TestResource node =
                cluster(ClusterArgs.builder().replicationGroupId("sessions").autoMinorVersionUpgrade("false"));

        assertThat(rule.notApplicable(node)).containsExactly("leaves a node to its replication group");
        assertThat(rule.remedied(node).resource()).isEqualTo(node.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(group()).unknown("autoMinorVersionUpgrade")))
                .containsExactly("cache: autoMinorVersionUpgrade is not known before the deployment");
    }

    @Test
    void turnsItOnInTheFormOfTheType() {
        TestResource group = rule.remedied(group(group().autoMinorVersionUpgrade(false)));
        TestResource cluster = rule.remedied(cluster(ClusterArgs.builder().autoMinorVersionUpgrade("false")));

        assertThat(group.resource())
                .isEqualTo(group(group().autoMinorVersionUpgrade(true)).resource());
        assertThat(cluster.resource())
                .isEqualTo(cluster(ClusterArgs.builder().autoMinorVersionUpgrade("true"))
                        .resource());
        assertThat(rule.remedied(group).resource()).isEqualTo(group.resource());
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
