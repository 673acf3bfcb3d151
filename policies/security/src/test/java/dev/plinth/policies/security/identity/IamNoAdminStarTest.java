package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IamNoAdminStarTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoAdminStar());

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*", "**"})
    void rejectsEverythingOnEverything(String action) {
        assertThat(rule.violations(policy(Documents.allow(action, "*"))))
                .containsExactly("p allows every action on every resource");
    }

    @Test
    void rejectsEverythingOnAllButSome() {
        assertThat(rule.violations(policy("{'Effect':'Allow','Action':'*','NotResource':'arn:aws:s3:::a'}")))
                .hasSize(1);
    }

    @Test
    void rejectsItUnderACondition() {
        assertThat(rule.violations(policy(Documents.allow("*", "Bool", "aws:MultiFactorAuthPresent", "true"))))
                .hasSize(1);
    }

    @Test
    void acceptsWhatIsLess() {
        assertThat(rule.violations(
                        policy(Documents.allow("s3:*", "*")),
                        policy(Documents.allow("*", "arn:aws:s3:::a")),
                        policy("{'Effect':'Deny','Action':'*','Resource':'*'}"),
                        policy("{'Effect':'Allow','NotAction':'iam:*','Resource':'*'}")))
                .isEmpty();
    }

    private static TestResource policy(String... statements) {
        return TestResource.of(RolePolicy.class, "p", args(statements).build());
    }

    private static RolePolicyArgs.Builder args(String... statements) {
        return RolePolicyArgs.builder().role("app").policy(Documents.of(statements));
    }
}
