package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.AccountPasswordPolicy;
import com.pulumi.aws.iam.AccountPasswordPolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class IamPasswordPolicyTest {
    private final PolicyTest rule = PolicyTest.of(new IamPasswordPolicy());

    @Test
    void acceptsStrongPasswords() {
        assertThat(rule.violations(policy(strong()))).isEmpty();
    }

    @Test
    void rejectsOneCharacterAndOnePasswordLess() {
        assertThat(rule.violations(policy(strong().minimumPasswordLength(13).passwordReusePrevention(23))))
                .containsExactly("p asks for 13 characters, needs 14", "p remembers 23 passwords, needs 24");
    }

    @Test
    void rejectsWhatAwsAsksForByItself() {
        assertThat(rule.violations(policy(AccountPasswordPolicyArgs.builder())))
                .containsExactly(
                        "p asks for 6 characters, needs 14",
                        "p remembers 0 passwords, needs 24",
                        "p does not require LowercaseCharacters",
                        "p does not require Numbers",
                        "p does not require Symbols",
                        "p does not require UppercaseCharacters");
    }

    @Test
    void waitsForAnUnknownLength() {
        assertThat(rule.undecided(policy(strong()).unknown("minimumPasswordLength")))
                .containsExactly("p: minimumPasswordLength is not known before the deployment");
    }

    @Test
    void takesItsLimitsFromTheConfiguration() {
        assertThat(rule.configured("lengthMin", 20).violations(policy(strong())))
                .containsExactly("p asks for 14 characters, needs 20");
    }

    @Test
    void raisesWhatIsTooLittleAndNothingElse() {
        TestResource weak = policy(
                AccountPasswordPolicyArgs.builder().passwordReusePrevention(24).requireSymbols(false));
        TestResource remedied = rule.remedied(weak);

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(rule.remedied(policy(strong().minimumPasswordLength(20))).resource())
                .isEqualTo(policy(strong().minimumPasswordLength(20)).resource());
    }

    private static AccountPasswordPolicyArgs.Builder strong() {
        return AccountPasswordPolicyArgs.builder()
                .minimumPasswordLength(14)
                .passwordReusePrevention(24)
                .requireLowercaseCharacters(true)
                .requireNumbers(true)
                .requireSymbols(true)
                .requireUppercaseCharacters(true);
    }

    private static TestResource policy(AccountPasswordPolicyArgs.Builder args) {
        return TestResource.of(AccountPasswordPolicy.class, "p", args.build());
    }
}
