package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3VersioningConfiguredTest {
    private final PolicyTest rule = PolicyTest.of(new S3VersioningConfigured());
    private final TestResource bucket = TestResource.of(
            BucketV2.class, "data", BucketV2Args.builder().bucket("plinth-data").build());

    @Test
    void acceptsAConfiguration() {
        assertThat(rule.violations(bucket, setting("plinth-data"))).isEmpty();
    }

    @Test
    void rejectsABucketWithoutOne() {
        assertThat(rule.violations(bucket, setting("another"))).containsExactly("data has no versioning configuration");
    }

    @Test
    void takesAConfigurationOfNobodyKnowsWhatForThatOfTheBucket() {
        assertThat(rule.violations(bucket, setting("").unknown("bucket"))).isEmpty();
    }

    @Test
    void leavesBucketsWithTheSettingInsideToAnotherRule() {
        assertThat(rule.notApplicable(TestResource.of(Bucket.class, "data")))
                .containsExactly("the stack has no resource of its types");
    }

    private static TestResource setting(String bucket) {
        return TestResource.of(BucketVersioningV2.class, "setting").with("bucket", bucket);
    }
}
