package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.s3.BucketV2Args;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3TlsOnlyTest {
    private static final String TLS = """
            {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*",
              "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]}""";
    private static final String OTHER = """
            {"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket", "Resource": "*"}]}""";

    private final PolicyTest rule = PolicyTest.of(new S3TlsOnly());
    private final TestResource bucket = TestResource.of(
            BucketV2.class, "data", BucketV2Args.builder().bucket("plinth-data").build());

    @Test
    void acceptsAPolicyThatDemandsTls() {
        assertThat(rule.violations(bucket, policy("plinth-data", TLS))).isEmpty();
        assertThat(rule.violations(TestResource.of(Bucket.class, "data").with("policy", TLS)))
                .isEmpty();
    }

    @Test
    void rejectsABucketWithoutAPolicy() {
        assertThat(rule.violations(bucket)).containsExactly("data answers without TLS, as no policy denies it");
        assertThat(rule.violations(bucket, policy("another", TLS))).hasSize(1);
    }

    @Test
    void rejectsAPolicyThatDemandsSomethingElse() {
        assertThat(rule.violations(bucket, policy("plinth-data", OTHER))).hasSize(1);
        assertThat(rule.violations(TestResource.of(Bucket.class, "data").with("policy", OTHER)))
                .hasSize(1);
    }

    @Test
    void doesNotWaitForTheOutputOfANewBucket() {
        assertThat(rule.violations(bucket.unknown("policy"), policy("plinth-data", TLS)))
                .isEmpty();
        assertThat(rule.violations(bucket.unknown("policy"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(bucket, policy("plinth-data", TLS).unknown("policy")))
                .containsExactly("data: policy is not known before the deployment");
    }

    private static TestResource policy(String bucket, String policy) {
        return TestResource.of(
                BucketPolicy.class,
                "policy",
                BucketPolicyArgs.builder().bucket(bucket).policy(policy).build());
    }
}
