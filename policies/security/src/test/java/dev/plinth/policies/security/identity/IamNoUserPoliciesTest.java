package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.PolicyAttachment;
import com.pulumi.aws.iam.PolicyAttachmentArgs;
import com.pulumi.aws.iam.UserPolicy;
import com.pulumi.aws.iam.UserPolicyAttachment;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IamNoUserPoliciesTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoUserPolicies());

    @Test
    void rejectsEveryWayToGiveAUserRights() {
        assertThat(rule.violations(
                        TestResource.of(UserPolicy.class, "own").unknown("policy"),
                        TestResource.of(UserPolicyAttachment.class, "attached").unknown("policyArn"),
                        TestResource.of(PolicyAttachment.class, "many").with("users", List.of("a"))))
                .containsExactly(
                        "own gives rights to a user", "attached gives rights to a user", "many gives rights to a user");
    }

    @Test
    void acceptsAnAttachmentToRoles() {
        assertThat(rule.violations(TestResource.of(
                        PolicyAttachment.class,
                        "many",
                        PolicyAttachmentArgs.builder()
                                .policyArn("arn")
                                .roles("a")
                                .users(List.of())
                                .build())))
                .isEmpty();
    }

    @Test
    void knowsThatUnknownUsersAreUsers() {
        assertThat(rule.violations(
                        TestResource.of(PolicyAttachment.class, "many").unknown("users")))
                .hasSize(1);
    }
}
