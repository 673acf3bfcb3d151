package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.RolePolicyAttachment;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IamNoMixedPolicyStylesTest {
    private final PolicyTest rule = PolicyTest.of(new IamNoMixedPolicyStyles());
    private final TestResource role = TestResource.of(Role.class, "app").with("name", "app");

    @Test
    void rejectsAttachmentsBesideTheRolesOwn() {
        assertThat(rule.violations(role.with("managedPolicyArns", List.of("arn:1")), attachment("app", "arn:2")))
                .containsExactly("app has policies in managedPolicyArns and others in RolePolicyAttachment");
    }

    @Test
    void rejectsDocumentsBesideTheRolesOwn() {
        assertThat(rule.violations(
                        role.with("inlinePolicies", List.of(Map.of("name", "own", "policy", "{}"))),
                        document("app", "other")))
                .containsExactly("app has policies in inlinePolicies and others in RolePolicy");
    }

    @Test
    void acceptsOneWayAlone() {
        assertThat(rule.violations(role.with("managedPolicyArns", List.of("arn:1")), attachment("other", "arn:2")))
                .isEmpty();
        assertThat(rule.violations(role, attachment("app", "arn:2"), document("app", "other")))
                .isEmpty();
    }

    @Test
    void knowsThatTheOutputsOfARoleListWhatOthersHaveGivenIt() {
        assertThat(rule.violations(
                        role.with("managedPolicyArns", List.of("arn:2"))
                                .with("inlinePolicies", List.of(Map.of("name", "other", "policy", "{}"))),
                        attachment("app", "arn:2"),
                        document("app", "other")))
                .isEmpty();
    }

    @Test
    void asksNothingOfARoleWhosePoliciesAreOutputsOnly() {
        assertThat(rule.undecided(
                        role.unknown("managedPolicyArns").unknown("inlinePolicies"),
                        TestResource.of(RolePolicyAttachment.class, "a").unknown("role")))
                .isEmpty();
    }

    @Test
    void decidesOnAPolicyThatIsMadeWithTheStack() {
        assertThat(rule.violations(
                        role.with("managedPolicyArns", List.of("arn:1")),
                        attachment("app", "arn:2").unknown("policyArn")))
                .hasSize(1);
    }

    @Test
    void waitsForAnAttachmentThatMayBeTheRoles() {
        assertThat(rule.undecided(
                        role.with("managedPolicyArns", List.of("arn:1")),
                        attachment("app", "arn:2").unknown("role")))
                .hasSize(1);
    }

    private static TestResource attachment(String role, String arn) {
        return TestResource.of(RolePolicyAttachment.class, "a")
                .with("role", role)
                .with("policyArn", arn);
    }

    private static TestResource document(String role, String name) {
        return TestResource.of(RolePolicy.class, "d").with("role", role).with("name", name);
    }
}
