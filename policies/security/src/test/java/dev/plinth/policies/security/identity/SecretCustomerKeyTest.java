package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.secretsmanager.Secret;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SecretCustomerKeyTest {
    private final PolicyTest rule = PolicyTest.of(new SecretCustomerKey());
    private final TestResource secret = TestResource.of(Secret.class, "login");

    @Test
    void rejectsAwssOwnKey() {
        assertThat(rule.violations(secret)).containsExactly("login is encrypted with AWS's own key");
    }

    @Test
    void acceptsAKeyBeItUnknown() {
        assertThat(rule.violations(secret.with("kmsKeyId", "arn:key"), secret.unknown("kmsKeyId")))
                .isEmpty();
    }
}
