package dev.plinth.policies.backup.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.elasticache.ReplicationGroup;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class RedisSnapshotsTest {
    private final PolicyTest rule = PolicyTest.of(new RedisSnapshots());
    private final TestResource group = TestResource.of(ReplicationGroup.class, "cache");

    @Test
    void acceptsADay() {
        assertThat(rule.violations(group.with("snapshotRetentionLimit", 1))).isEmpty();
    }

    @Test
    void rejectsNoSnapshotsSaidOrUnsaid() {
        assertThat(rule.violations(group.with("snapshotRetentionLimit", 0)))
                .containsExactly("cache keeps snapshots for 0 days, needs 1");
        assertThat(rule.violations(group)).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(group.unknown("snapshotRetentionLimit")))
                .containsExactly("cache: snapshotRetentionLimit is not known before the deployment");
    }
}
