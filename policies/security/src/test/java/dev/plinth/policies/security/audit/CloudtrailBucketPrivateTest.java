package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class CloudtrailBucketPrivateTest {
    private static final String FOUND = "calls writes to a bucket that nothing keeps from being made public";

    private final PolicyTest rule = PolicyTest.of(new CloudtrailBucketPrivate());
    private final TestResource trail = TestResource.of(Trail.class, "calls").with("s3BucketName", "calls-1");
    private final TestResource bucket =
            TestResource.of(BucketV2.class, "bucket").with("bucket", "calls-1");
    private final TestResource block =
            TestResource.of(BucketPublicAccessBlock.class, "block").with("bucket", "calls-1");

    @Test
    void acceptsABucketWithABlock() {
        assertThat(rule.violations(trail, bucket, block)).isEmpty();
        assertThat(rule.violations(trail.from("s3BucketName", bucket), bucket, block.from("bucket", bucket)))
                .isEmpty();
    }

    @Test
    void rejectsABucketWithoutABlock() {
        assertThat(rule.violations(trail, bucket)).containsExactly(FOUND);
        assertThat(rule.violations(trail, bucket, block.with("bucket", "other")))
                .containsExactly(FOUND);
    }

    @Test
    void rejectsABucketOfTheOldClass() {
        assertThat(rule.violations(
                        trail, TestResource.of(Bucket.class, "bucket").with("bucket", "calls-1")))
                .containsExactly(FOUND);
    }

    @Test
    void leavesATrailAloneWhoseBucketIsElsewhere() {
        assertThat(rule.notApplicable(trail, bucket.with("bucket", "other")))
                .containsExactly("is about buckets of the same stack");
    }

    @Test
    void givesABlockOfWhatIsNotKnownYetTheBenefitOfTheDoubt() {
        assertThat(rule.violations(trail.unknown("s3BucketName"), bucket, block.unknown("bucket")))
                .isEmpty();
        assertThat(rule.undecided(trail.unknown("s3BucketName"), bucket, block.unknown("bucket")))
                .isEmpty();
    }

    @Test
    void findsThatNoBucketHasABlockWithoutKnowingWhichIsTheTrails() {
        assertThat(rule.violations(trail.unknown("s3BucketName"), bucket)).containsExactly(FOUND);
    }
}
