package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisFinalSnapshotTest {
    private final PolicyTest rule = PolicyTest.of(new RedisFinalSnapshot());

    @Test
    void acceptsANamedSnapshot() {
        assertThat(rule.violations(group(args().finalSnapshotIdentifier("cache-last"))))
                .isEmpty();
    }

    @Test
    void acceptsANameThatIsNotKnownYet() {
        TestResource group = group(args()).unknown("finalSnapshotIdentifier");

        assertThat(rule.violations(group)).isEmpty();
        assertThat(rule.undecided(group)).isEmpty();
    }

    @Test
    void rejectsAGroupThatLeavesNothingBehind() {
        assertThat(rule.violations(group(args())))
                .containsExactly(
                        "cache is gone with its data when it is deleted, as finalSnapshotIdentifier is not set");
    }

    private static ReplicationGroupArgs.Builder args() {
        return ReplicationGroupArgs.builder().description("Sessions");
    }

    private static TestResource group(ReplicationGroupArgs.Builder args) {
        return TestResource.of(ReplicationGroup.class, "cache", args.build());
    }
}
