package dev.plinth.policies.security.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPolicy;
import com.pulumi.aws.s3.BucketPolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class S3PolicyNotPublicTest {
    private final PolicyTest rule = PolicyTest.of(new S3PolicyNotPublic());

    @Test
    void acceptsNamedPrincipals() {
        assertThat(rule.violations(policy("{\"AWS\": \"arn:aws:iam::111111111111:root\"}", "{}")))
                .isEmpty();
    }

    @Test
    void acceptsEverybodyOfOneAccount() {
        assertThat(rule.violations(policy("\"*\"", "{\"StringEquals\": {\"aws:PrincipalAccount\": \"111111111111\"}}")))
                .isEmpty();
    }

    @Test
    void acceptsADenial() {
        assertThat(rule.violations(with("[{\"Effect\": \"Deny\", \"Principal\": \"*\", \"Action\": \"*\"}]")))
                .isEmpty();
    }

    @Test
    void rejectsEverybody() {
        assertThat(rule.violations(policy("\"*\"", "{}")))
                .containsExactly("policy lets everybody in by its statement Read");
        assertThat(rule.violations(policy("{\"AWS\": \"*\"}", "{}"))).hasSize(1);
    }

    @Test
    void rejectsAConditionThatNamesNobody() {
        assertThat(rule.violations(policy("\"*\"", "{\"Bool\": {\"aws:SecureTransport\": \"true\"}}")))
                .hasSize(1);
    }

    @Test
    void namesAllStatementsAtOnce() {
        String open = "{\"Effect\": \"Allow\", \"Principal\": \"*\", \"Action\": \"s3:GetObject\"}";

        assertThat(rule.violations(with("[%s, %s]".formatted(open, open))))
                .containsExactly("policy lets everybody in by its statement without a Sid, without a Sid");
    }

    @Test
    void looksAtThePolicyInsideABucket() {
        var bucket = TestResource.of(Bucket.class, "data").with("policy", """
                {"Statement": {"Sid": "Read", "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject"}}""");

        assertThat(rule.violations(bucket)).hasSize(1);
        assertThat(rule.violations(TestResource.of(Bucket.class, "data"))).isEmpty();
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(policy("\"*\"", "{}").unknown("policy")))
                .containsExactly("policy: policy is not known before the deployment");
    }

    private static TestResource policy(String principal, String condition) {
        return with("""
                [{"Sid": "Read", "Effect": "Allow", "Principal": %s, "Action": "s3:GetObject", "Resource": "*",
                  "Condition": %s}]""".formatted(principal, condition));
    }

    private static TestResource with(String statements) {
        return TestResource.of(
                BucketPolicy.class,
                "policy",
                BucketPolicyArgs.builder()
                        .bucket("data")
                        .policy("{\"Statement\": %s}".formatted(statements))
                        .build());
    }
}
