package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KeyPolicy;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class KmsPolicyNotPublicTest {
    private final PolicyTest rule = PolicyTest.of(new KmsPolicyNotPublic());

    @Test
    void rejectsEverybody() {
        assertThat(rule.violations(key(Documents.admit("{'AWS':'*'}", ""))))
                .containsExactly("key admits everybody by its policy, with no condition on who calls");
    }

    @Test
    void acceptsEverybodyOfAnAccountByAService() {
        assertThat(rule.violations(key(Documents.admit(
                        "{'AWS':'*'}",
                        ",'Condition':{'StringEquals':{'kms:CallerAccount':'111122223333','kms:ViaService':'s3.a'}}"))))
                .isEmpty();
    }

    @Test
    void acceptsAKeyWithAwssOwnPolicy() {
        assertThat(rule.violations(TestResource.of(Key.class, "key"))).isEmpty();
    }

    @Test
    void rejectsAPolicyThatMayLockOutItsAdministrators() {
        assertThat(rule.violations(TestResource.of(KeyPolicy.class, "key")
                        .unknown("policy")
                        .with("bypassPolicyLockoutSafetyCheck", true)))
                .containsExactly("key takes a policy that locks out its administrators, as"
                        + " bypassPolicyLockoutSafetyCheck is true");
    }

    @Test
    void waitsForAnUnknownPolicy() {
        assertThat(rule.undecided(TestResource.of(Key.class, "key").unknown("policy")))
                .containsExactly("key: policy is not known before the deployment");
    }

    private static TestResource key(String statement) {
        return TestResource.of(
                Key.class,
                "key",
                KeyArgs.builder().policy(Documents.of(statement)).build());
    }
}
