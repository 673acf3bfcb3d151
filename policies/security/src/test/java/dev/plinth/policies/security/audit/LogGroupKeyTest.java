package dev.plinth.policies.security.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class LogGroupKeyTest {
    private final PolicyTest rule = PolicyTest.of(new LogGroupKey());
    private final TestResource group = TestResource.of(LogGroup.class, "logs");

    @Test
    void acceptsAnOwnKey() {
        assertThat(rule.violations(group.with("kmsKeyId", "arn:aws:kms:eu-central-1:1:key/1")))
                .isEmpty();
    }

    @Test
    void rejectsTheKeyOfAws() {
        assertThat(rule.violations(group)).containsExactly("logs is encrypted with AWS's key, as kmsKeyId is not set");
    }

    @Test
    void doesNotWaitForWhichKey() {
        assertThat(rule.violations(group.unknown("kmsKeyId"))).isEmpty();
        assertThat(rule.undecided(group.unknown("kmsKeyId"))).isEmpty();
    }
}
