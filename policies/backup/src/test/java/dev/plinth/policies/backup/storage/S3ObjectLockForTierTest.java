package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.cloudtrail.TrailArgs;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3ObjectLockForTierTest {
    private final PolicyTest rule = PolicyTest.of(new S3ObjectLockForTier());
    private final TestResource bucket = TestResource.of(
            BucketV2.class,
            "audit",
            BucketV2Args.builder().bucket("plinth-audit").build());
    private final TestResource trail = TestResource.of(
            Trail.class,
            "trail",
            TrailArgs.builder().s3BucketName("plinth-audit").build());

    @Test
    void acceptsALock() {
        assertThat(rule.violations(bucket, trail, lock("plinth-audit"))).isEmpty();
    }

    @Test
    void rejectsTheBucketOfATrailWithoutOne() {
        assertThat(rule.violations(bucket, trail, lock("another")))
                .containsExactly("audit can be emptied at once, as it has no lock with a default retention");
    }

    @Test
    void rejectsALockThatKeepsNothingByItself() {
        var empty =
                TestResource.of(BucketObjectLockConfigurationV2.class, "lock").with("bucket", "plinth-audit");

        assertThat(rule.violations(bucket, trail, empty)).hasSize(1);
    }

    @Test
    void rejectsABucketWhoseTagAsksForIt() {
        assertThat(rule.violations(bucket.with("tags", Map.of("Tier", "audit"))))
                .hasSize(1);
        assertThat(rule.configured("tag", "Class").violations(bucket.with("tags", Map.of("Tier", "audit"))))
                .isEmpty();
    }

    @Test
    void readsALockInsideABucket() {
        var whole = TestResource.of(Bucket.class, "audit").with("bucket", "plinth-audit");
        var locked = Map.of("rule", Map.of("defaultRetention", Map.of("mode", "GOVERNANCE", "days", 365)));

        assertThat(rule.violations(whole.with("objectLockConfiguration", locked), trail))
                .isEmpty();
        assertThat(rule.violations(whole, trail)).hasSize(1);
    }

    @Test
    void leavesOtherBucketsAlone() {
        String reason = "is about buckets of trails, and those whose tag asks for it";

        assertThat(rule.notApplicable(bucket)).containsExactly(reason);
        assertThat(rule.notApplicable(bucket, trail.unknown("s3BucketName"))).containsExactly(reason);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket.unknown("tags")))
                .containsExactly("audit: tags is not known before the deployment");
    }

    private static TestResource lock(String bucket) {
        return TestResource.of(BucketObjectLockConfigurationV2.class, "lock")
                .with("bucket", bucket)
                .with("rule", Map.of("defaultRetention", Map.of("mode", "GOVERNANCE", "days", 365)));
    }
}
