package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class IamNoServiceStarTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoServiceStar());

    @Test
    void rejectsEachServiceAsAWhole() {
        assertThat(rule.violations(policy("{'Effect':'Allow','Action':['s3:*','sns:Publish','ec2*'],'Resource':'*'}")))
                .containsExactly("p allows s3:* on every resource", "p allows ec2* on every resource");
    }

    @Test
    void rejectsEverythingButSome() {
        assertThat(rule.violations(policy("{'Effect':'Allow','NotAction':['iam:*','sts:*'],'Resource':'*'}")))
                .containsExactly("p allows every action but iam:*, sts:* on every resource");
    }

    @Test
    void acceptsAServiceWhoseUseIsNarrowed() {
        assertThat(rule.violations(
                        policy(Documents.allow("s3:*", "arn:aws:s3:::a/*")),
                        policy(Documents.allow("s3:*", "StringEquals", "aws:RequestedRegion", "eu-central-1")),
                        policy(Documents.allow("s3:Get*", "*")),
                        policy("{'Effect':'Deny','Action':'s3:*','Resource':'*'}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*:*", "iam:*", "kms:*"})
    void leavesToOtherRulesWhatIsTheirs(String action) {
        assertThat(rule.violations(policy(Documents.allow(action, "*")))).isEmpty();
    }

    private static TestResource policy(String... statements) {
        return TestResource.of(RolePolicy.class, "p", args(statements).build());
    }

    private static RolePolicyArgs.Builder args(String... statements) {
        return RolePolicyArgs.builder().role("app").policy(Documents.of(statements));
    }
}
