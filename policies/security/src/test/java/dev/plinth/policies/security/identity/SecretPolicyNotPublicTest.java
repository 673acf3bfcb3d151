package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretPolicy;
import com.pulumi.aws.secretsmanager.SecretPolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SecretPolicyNotPublicTest {
    private static final String PUBLIC = Documents.admit("'*'", "");
    private static final String OWN = Documents.admit("{'AWS':'arn:aws:iam::111122223333:root'}", "");

    private final PolicyTest rule = PolicyTest.of(new SecretPolicyNotPublic());

    @Test
    void acceptsAPolicyThatAwsChecks() {
        assertThat(rule.violations(policy(OWN, true))).isEmpty();
    }

    @Test
    void rejectsEverybody() {
        assertThat(rule.violations(policy(PUBLIC, true))).containsExactly("fence admits everybody by its policy");
    }

    @Test
    void rejectsAPolicyThatAwsDoesNotCheck() {
        assertThat(rule.violations(policy(OWN, false), TestResource.of(SecretPolicy.class, "fence")))
                .containsExactly(
                        "fence lets AWS take a policy for everybody", "fence lets AWS take a policy for everybody");
    }

    @Test
    void rejectsEverybodyInTheSecretItself() {
        assertThat(rule.violations(TestResource.of(Secret.class, "login").with("policy", Documents.of(PUBLIC))))
                .containsExactly("login admits everybody by its policy");
        assertThat(rule.violations(TestResource.of(Secret.class, "login"))).isEmpty();
    }

    @Test
    void leavesAnUnknownPolicyToAwsThatChecksIt() {
        TestResource planned = policy(OWN, true).unknown("policy");

        assertThat(rule.violations(planned)).isEmpty();
        assertThat(rule.undecided(planned)).isEmpty();
    }

    @Test
    void waitsForAnUnknownPolicyThatNobodyChecks() {
        assertThat(rule.undecided(TestResource.of(Secret.class, "login").unknown("policy")))
                .hasSize(1);
    }

    @Test
    void letsAwsCheckThePolicy() {
        TestResource remedied = rule.remedied(policy(OWN, false));
        TestResource secret = TestResource.of(Secret.class, "login");

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(rule.remedied(secret).resource()).isEqualTo(secret.resource());
    }

    private static TestResource policy(String statement, boolean checked) {
        return TestResource.of(
                SecretPolicy.class,
                "fence",
                SecretPolicyArgs.builder()
                        .secretArn("arn")
                        .policy(Documents.of(statement))
                        .blockPublicPolicy(checked)
                        .build());
    }
}
