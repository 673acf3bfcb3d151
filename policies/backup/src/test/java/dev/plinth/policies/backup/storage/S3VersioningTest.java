package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.BucketVersioningV2Args;
import com.pulumi.aws.s3.inputs.BucketVersioningArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningV2VersioningConfigurationArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3VersioningTest {
    private final PolicyTest rule = PolicyTest.of(new S3Versioning());

    @Test
    void acceptsVersionsInsideAndBesideABucket() {
        assertThat(rule.violations(bucket(true), setting("Enabled"))).isEmpty();
    }

    @Test
    void rejectsABucketWithout() {
        assertThat(rule.violations(bucket(false))).containsExactly("data does not keep what is overwritten or deleted");
        assertThat(rule.violations(TestResource.of(Bucket.class, "data"))).hasSize(1);
    }

    @Test
    void rejectsASettingThatTurnsThemOff() {
        assertThat(rule.violations(setting("Suspended"))).hasSize(1);
        assertThat(rule.violations(setting("Disabled"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket(true).unknown("versioning")))
                .containsExactly("data: versioning is not known before the deployment");
    }

    @Test
    void turnsVersionsOn() {
        assertThat(rule.remedied(TestResource.of(Bucket.class, "data")).resource())
                .isEqualTo(bucket(true).resource());
        assertThat(rule.remedied(setting("Suspended")).resource())
                .isEqualTo(setting("Enabled").resource());
    }

    @Test
    void leavesVersionsOn() {
        assertThat(rule.remedied(bucket(true)).resource())
                .isEqualTo(bucket(true).resource());
    }

    private static TestResource bucket(boolean enabled) {
        return TestResource.of(
                Bucket.class,
                "data",
                BucketArgs.builder()
                        .versioning(
                                BucketVersioningArgs.builder().enabled(enabled).build())
                        .build());
    }

    private static TestResource setting(String status) {
        return TestResource.of(
                BucketVersioningV2.class,
                "setting",
                BucketVersioningV2Args.builder()
                        .bucket("data")
                        .versioningConfiguration(BucketVersioningV2VersioningConfigurationArgs.builder()
                                .status(status)
                                .build())
                        .build());
    }
}
