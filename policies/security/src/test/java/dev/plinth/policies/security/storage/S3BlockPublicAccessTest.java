package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
import com.pulumi.aws.s3.BucketPublicAccessBlockArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3BlockPublicAccessTest {
    private final PolicyTest rule = PolicyTest.of(new S3BlockPublicAccess());
    private final TestResource bucket = TestResource.of(
            BucketV2.class, "data", BucketV2Args.builder().bucket("plinth-data").build());

    @Test
    void acceptsABlock() {
        assertThat(rule.violations(bucket, block("plinth-data"))).isEmpty();
        assertThat(rule.violations(bucket, block("").from("bucket", bucket))).isEmpty();
    }

    @Test
    void rejectsABucketWithoutOne() {
        assertThat(rule.violations(bucket)).containsExactly("data has no public access block");
        assertThat(rule.violations(bucket, block("another"))).hasSize(1);
        assertThat(rule.violations(TestResource.of(Bucket.class, "data"))).hasSize(1);
    }

    @Test
    void takesABlockOfNobodyKnowsWhatForThatOfTheBucket() {
        TestResource fresh = TestResource.of(BucketV2.class, "data").unknown("bucket");

        assertThat(rule.violations(fresh, block("").unknown("bucket"))).isEmpty();
        assertThat(rule.undecided(fresh, block("").unknown("bucket"))).isEmpty();
    }

    private static TestResource block(String bucket) {
        return TestResource.of(
                BucketPublicAccessBlock.class,
                "block",
                BucketPublicAccessBlockArgs.builder().bucket(bucket).build());
    }
}
