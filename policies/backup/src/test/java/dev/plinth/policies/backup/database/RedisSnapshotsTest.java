package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.Cluster;
import com.pulumi.aws.elasticache.ClusterArgs;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.ServerlessCache;
import com.pulumi.aws.elasticache.ServerlessCacheArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisSnapshotsTest {
    private final PolicyTest rule = PolicyTest.of(new RedisSnapshots());

    @Test
    void acceptsAWeekAndMore() {
        assertThat(rule.violations(
                        group(7),
                        group(35),
                        cluster(ClusterArgs.builder().engine("redis").snapshotRetentionLimit(7)),
                        serverless(
                                ServerlessCacheArgs.builder().engine("valkey").snapshotRetentionLimit(7))))
                .isEmpty();
    }

    @Test
    void rejectsLessThanAWeek() {
        assertThat(rule.violations(group(6))).containsExactly("cache keeps snapshots for 6 days, needs 7");
    }

    @Test
    void rejectsNoSnapshotsWhateverTheCacheIs() {
        assertThat(rule.violations(
                        group(0),
                        cluster(ClusterArgs.builder().engine("redis")),
                        serverless(ServerlessCacheArgs.builder().engine("redis"))))
                .hasSize(3);
    }

    @Test
    void leavesANodeToItsGroup() {
        TestResource node = cluster(ClusterArgs.builder().replicationGroupId("sessions"));

        assertThat(rule.notApplicable(node)).containsExactly("leaves a node to its replication group");
        assertThat(rule.remedied(node).resource()).isEqualTo(node.resource());
    }

    @Test
    void leavesMemcachedAlone() {
        TestResource memcached = cluster(ClusterArgs.builder().engine("memcached"));

        assertThat(rule.notApplicable(memcached))
                .containsExactly("is about Redis and Valkey: Memcached has no snapshots");
        assertThat(rule.remedied(memcached).resource()).isEqualTo(memcached.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(0).unknown("snapshotRetentionLimit")))
                .containsExactly("cache: snapshotRetentionLimit is not known before the deployment");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 15).violations(group(14), group(15)))
                .containsExactly("cache keeps snapshots for 14 days, needs 15");
    }

    @Test
    void putsTheDaysRight() {
        TestResource remedied = rule.remedied(group(1));

        assertThat(remedied.resource()).isEqualTo(group(7).resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource group(int days) {
        var args = ReplicationGroupArgs.builder().description("Sessions").snapshotRetentionLimit(days);
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }

    private static TestResource cluster(ClusterArgs.Builder args) {
        return TestResource.of(Cluster.class, "cluster", args.build());
    }

    private static TestResource serverless(ServerlessCacheArgs.Builder args) {
        return TestResource.of(ServerlessCache.class, "serverless", args.build());
    }
}
