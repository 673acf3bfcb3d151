package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IamNoEscalationTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoEscalation());

    @Test
    void rejectsEveryRoleToBePassed() {
        assertThat(rule.violations(policy(Documents.allow("iam:PassRole", "*"))))
                .containsExactly("p can raise its own rights by iam:PassRole, which it may do to every identity");
    }

    @ParameterizedTest
    @ValueSource(strings = {"arn:aws:iam::*:role/*", "arn:aws:iam::111122223333:role/*", "arn:aws:iam::111122223333:*"})
    void rejectsAllRolesOfAnAccount(String resource) {
        assertThat(rule.violations(policy(Documents.allow("iam:AttachRolePolicy", resource))))
                .hasSize(1);
    }

    @Test
    void namesAllActionsThatAPatternHolds() {
        assertThat(rule.violations(policy(Documents.allow("iam:Put*", "*"))))
                .containsExactly(
                        "p can raise its own rights by iam:PutGroupPolicy, iam:PutRolePolicy, iam:PutUserPolicy,"
                                + " which it may do to every identity");
    }

    @Test
    void acceptsNamedRolesAndNarrowingConditions() {
        assertThat(rule.violations(
                        policy(Documents.allow("iam:*", "arn:aws:iam::111122223333:role/app-*")),
                        policy(Documents.allow(
                                "iam:PassRole", "StringEquals", "iam:PassedToService", "ec2.amazonaws.com")),
                        policy(Documents.allow("iam:AttachRolePolicy", "StringEquals", "aws:ResourceTag/Team", "a")),
                        policy(Documents.allow("iam:Get*", "*"))))
                .isEmpty();
    }

    @Test
    void isNotContentWithAnyCondition() {
        assertThat(rule.violations(
                        policy(Documents.allow("iam:PassRole", "StringEquals", "aws:RequestedRegion", "eu-central-1"))))
                .hasSize(1);
    }

    @Test
    void leavesToOtherRulesWhatIsTheirs() {
        assertThat(rule.violations(
                        policy(Documents.allow("*", "*")),
                        policy("{'Effect':'Allow','NotAction':'s3:*','Resource':'*'}")))
                .isEmpty();
    }

    @Test
    void takesItsActionsFromTheConfiguration() {
        assertThat(rule.configured("actions", List.of("iam:CreateRole"))
                        .violations(
                                policy(Documents.allow("iam:PassRole", "*")),
                                policy(Documents.allow("iam:CreateRole", "*"))))
                .hasSize(1);
    }

    private static TestResource policy(String... statements) {
        return TestResource.of(RolePolicy.class, "p", args(statements).build());
    }

    private static RolePolicyArgs.Builder args(String... statements) {
        return RolePolicyArgs.builder().role("app").policy(Documents.of(statements));
    }
}
