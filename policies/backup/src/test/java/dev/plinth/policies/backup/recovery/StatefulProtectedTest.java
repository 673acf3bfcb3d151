package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class StatefulProtectedTest {
    private final PolicyTest rule = PolicyTest.of(new StatefulProtected());

    private final TestResource bucket = TestResource.of(BucketV2.class, "data");

    @Test
    void acceptsWhatTheEngineRefusesToDelete() {
        assertThat(rule.violations(bucket.protect())).isEmpty();
    }

    @Test
    void rejectsWhatAnyUpdateCanDelete() {
        assertThat(rule.violations(bucket))
                .containsExactly("data can be deleted by any update, as it is not protected");
    }

    @Test
    void rejectsADeletionBeforeTheReplacement() {
        assertThat(rule.violations(bucket.protect().deletedBeforeReplaced()))
                .containsExactly("data is deleted with its data before its replacement is there, as deleteBeforeReplace"
                        + " is true");
    }

    @Test
    void leavesAReplicaAlone() {
        assertThat(rule.notApplicable(replica())).hasSize(1);
        assertThat(rule.violations(replica())).isEmpty();
    }

    @Test
    void decidesWithoutKnowingAnyValue() {
        assertThat(rule.violations(bucket.protect().unknown("bucket"))).isEmpty();
        assertThat(rule.undecided(bucket.protect().unknown("bucket"))).isEmpty();
    }

    private static TestResource replica() {
        return TestResource.of(
                Instance.class,
                "replica",
                InstanceArgs.builder()
                        .instanceClass("db.t4g.medium")
                        .replicateSourceDb("primary")
                        .build());
    }
}
