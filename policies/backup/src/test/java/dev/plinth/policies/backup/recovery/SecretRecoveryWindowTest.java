package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SecretRecoveryWindowTest {
    private final PolicyTest rule = PolicyTest.of(new SecretRecoveryWindow());

    @Test
    void acceptsAWeekAndTheDefault() {
        assertThat(rule.violations(secret(SecretArgs.builder().recoveryWindowInDays(7)), secret(SecretArgs.builder())))
                .isEmpty();
    }

    @Test
    void rejectsADeletionAtOnce() {
        assertThat(rule.violations(secret(SecretArgs.builder().recoveryWindowInDays(0))))
                .containsExactly("password is gone 0 days after its deletion, needs 7");
    }

    @Test
    void asksForAsManyDaysAsConfigured() {
        assertThat(rule.configured("daysMin", 30)
                        .violations(secret(SecretArgs.builder().recoveryWindowInDays(29))))
                .containsExactly("password is gone 29 days after its deletion, needs 30");
    }

    @Test
    void putsTheWindowRight() {
        TestResource remedied = rule.remedied(secret(SecretArgs.builder().recoveryWindowInDays(0)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(secret(SecretArgs.builder()).unknown("recoveryWindowInDays")))
                .containsExactly("password: recoveryWindowInDays is not known before the deployment");
    }

    private static TestResource secret(SecretArgs.Builder args) {
        return TestResource.of(Secret.class, "password", args.build());
    }
}
