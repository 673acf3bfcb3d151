package dev.plinth.policies.backup.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketArgs;
import com.pulumi.aws.s3.BucketLifecycleConfigurationV2;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import com.pulumi.aws.s3.BucketVersioningV2;
import com.pulumi.aws.s3.inputs.BucketLifecycleRuleArgs;
import com.pulumi.aws.s3.inputs.BucketLifecycleRuleNoncurrentVersionExpirationArgs;
import com.pulumi.aws.s3.inputs.BucketVersioningArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class S3LifecycleTest {
    private static final Map<String, Object> VERSIONS =
            Map.of("noncurrentVersionExpiration", Map.of("noncurrentDays", 30));
    private static final Map<String, Object> UPLOADS =
            Map.of("abortIncompleteMultipartUpload", Map.of("daysAfterInitiation", 7));

    private final PolicyTest rule = PolicyTest.of(new S3Lifecycle());
    private final TestResource bucket = TestResource.of(
            BucketV2.class, "data", BucketV2Args.builder().bucket("plinth-data").build());

    @Test
    void acceptsALifecycleThatEndsVersionsAndUploads() {
        assertThat(rule.violations(bucket, versioned(), lifecycle(on(VERSIONS), on(UPLOADS))))
                .isEmpty();
    }

    @Test
    void acceptsABucketWithoutVersionsThatEndsUploads() {
        assertThat(rule.violations(bucket, lifecycle(on(UPLOADS)))).isEmpty();
    }

    @Test
    void rejectsABucketWithoutALifecycle() {
        assertThat(rule.violations(bucket, versioned()))
                .containsExactly("data has no lifecycle, so nothing in it ever goes by itself");
    }

    @Test
    void rejectsALifecycleThatIsOff() {
        assertThat(rule.violations(bucket, lifecycle(rule("Disabled", UPLOADS))))
                .hasSize(1);
    }

    @Test
    void rejectsALifecycleThatKeepsVersions() {
        assertThat(rule.violations(bucket, versioned(), lifecycle(on(UPLOADS))))
                .containsExactly("data keeps every old version for ever");
    }

    @Test
    void rejectsALifecycleThatKeepsUploads() {
        assertThat(rule.violations(bucket, versioned(), lifecycle(on(VERSIONS))))
                .containsExactly("data keeps the parts of broken uploads for ever");
    }

    @Test
    void readsALifecycleInsideABucket() {
        var ends = BucketLifecycleRuleArgs.builder()
                .enabled(true)
                .abortIncompleteMultipartUploadDays(7)
                .noncurrentVersionExpiration(BucketLifecycleRuleNoncurrentVersionExpirationArgs.builder()
                        .days(30)
                        .build());
        var keeps = BucketLifecycleRuleArgs.builder().enabled(true).abortIncompleteMultipartUploadDays(7);

        assertThat(rule.violations(whole(ends))).isEmpty();
        assertThat(rule.violations(whole(keeps))).containsExactly("data keeps every old version for ever");
        assertThat(rule.violations(whole(ends.enabled(false)))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket, lifecycle(on(UPLOADS)).unknown("rules")))
                .containsExactly("data: rules is not known before the deployment");
    }

    private static TestResource whole(BucketLifecycleRuleArgs.Builder lifecycle) {
        return TestResource.of(
                Bucket.class,
                "data",
                BucketArgs.builder()
                        .versioning(BucketVersioningArgs.builder().enabled(true).build())
                        .lifecycleRules(lifecycle.build())
                        .build());
    }

    private static TestResource versioned() {
        return TestResource.of(BucketVersioningV2.class, "versions")
                .with("bucket", "plinth-data")
                .with("versioningConfiguration", Map.of("status", "Enabled"));
    }

    private static TestResource lifecycle(Object... rules) {
        return TestResource.of(BucketLifecycleConfigurationV2.class, "lifecycle")
                .with("bucket", "plinth-data")
                .with("rules", List.of(rules));
    }

    private static Map<String, Object> on(Map<String, Object> effect) {
        return rule("Enabled", effect);
    }

    private static Map<String, Object> rule(String status, Map<String, Object> effect) {
        var rule = new HashMap<>(effect);
        rule.put("status", status);
        return rule;
    }
}
