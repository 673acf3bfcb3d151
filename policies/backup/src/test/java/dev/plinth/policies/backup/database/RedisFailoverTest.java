package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisFailoverTest {
    private final PolicyTest rule = PolicyTest.of(new RedisFailover());

    @Test
    void acceptsASecondNodeInAnotherZone() {
        assertThat(rule.violations(group(spread().numCacheClusters(2)), group(spread().replicasPerNodeGroup(1))))
                .isEmpty();
    }

    @Test
    void rejectsASingleNodeSaidOrUnsaid() {
        assertThat(rule.violations(group(args().numCacheClusters(1))))
                .containsExactly("cache has one node, and none to take over");
        assertThat(rule.violations(group(spread()), group(spread().replicasPerNodeGroup(0))))
                .hasSize(2);
    }

    @Test
    void rejectsNodesThatDoNotTakeOver() {
        assertThat(rule.violations(group(args().numCacheClusters(2))))
                .containsExactly(
                        "cache waits for a person when its primary fails, as automaticFailoverEnabled is not true");
    }

    @Test
    void rejectsNodesThatMayShareAZone() {
        assertThat(rule.violations(group(spread().numCacheClusters(2).multiAzEnabled(false))))
                .containsExactly("cache may have all its nodes in one zone, as multiAzEnabled is not true");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group(spread()).unknown("numCacheClusters")))
                .containsExactly("cache: numCacheClusters is not known before the deployment");
    }

    private static ReplicationGroupArgs.Builder spread() {
        return args().automaticFailoverEnabled(true).multiAzEnabled(true);
    }

    private static ReplicationGroupArgs.Builder args() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }
}
