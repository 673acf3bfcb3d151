package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IamTrustNotPublicTest {
    private static final String WEB = "{'Effect':'Allow','Action':'sts:AssumeRoleWithWebIdentity','Principal':"
            + "{'Federated':'%s'},'Condition':{'%s':{'%s':'%s'}}}";
    private static final String GITHUB = "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com";
    private static final String SUBJECT = "token.actions.githubusercontent.com:sub";

    private final PolicyTest rule = PolicyTest.of(new IamTrustNotPublic());

    @Test
    void rejectsEverybody() {
        assertThat(rule.violations(role(Documents.admit("'*'", "")), role(Documents.admit("{'AWS':'*'}", ""))))
                .hasSize(2)
                .allMatch("role can be taken on by anybody"::equals);
    }

    @Test
    void acceptsEverybodyOfAnOrganization() {
        assertThat(rule.violations(role(
                        Documents.admit("{'AWS':'*'}", ",'Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-1'}}"))))
                .isEmpty();
    }

    @Test
    void acceptsAServiceAndAnAccount() {
        assertThat(rule.violations(
                        role(Documents.admit("{'Service':'ec2.amazonaws.com'}", "")),
                        role(Documents.admit("{'AWS':'arn:aws:iam::111122223333:root'}", ""))))
                .isEmpty();
    }

    @Test
    void rejectsEveryTokenOfAnIdentityProvider() {
        assertThat(rule.violations(
                        role(WEB.formatted(GITHUB, "StringEquals", "token.actions.githubusercontent.com:aud", "sts"))))
                .containsExactly(
                        "role can be taken on with any token of its identity provider, as no condition is on its"
                                + " :sub");
    }

    @ParameterizedTest
    @CsvSource({"StringLike, *", "StringLike, repo:*", "StringNotEquals, repo:a/b:pull_request"})
    void rejectsAConditionThatAnySubjectMeets(String operator, String subject) {
        assertThat(rule.violations(role(WEB.formatted(GITHUB, operator, SUBJECT, subject))))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"StringEquals, repo:a/b:pull_request", "StringLike, repo:a/*"})
    void acceptsACertainSubject(String operator, String subject) {
        assertThat(rule.violations(role(WEB.formatted(GITHUB, operator, SUBJECT, subject))))
                .isEmpty();
    }

    @Test
    void acceptsATokenOfAPoolOfCognito() {
        assertThat(rule.violations(role(WEB.formatted(
                        "cognito-identity.amazonaws.com", "StringEquals", "cognito-identity.amazonaws.com:aud", "p"))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownDocument() {
        assertThat(rule.undecided(TestResource.of(Role.class, "role").unknown("assumeRolePolicy")))
                .containsExactly("role: assumeRolePolicy is not known before the deployment");
    }

    private static TestResource role(String statement) {
        return TestResource.of(
                Role.class,
                "role",
                RoleArgs.builder().assumeRolePolicy(Documents.of(statement)).build());
    }
}
