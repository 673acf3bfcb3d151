package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.GroupPolicyAttachment;
import com.pulumi.aws.iam.PolicyAttachment;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IamNoAdminManagedTest {
    private static final String ADMINISTRATOR = "arn:aws:iam::aws:policy/AdministratorAccess";

    private final PolicyTest rule = PolicyTest.of(new IamNoAdminManaged());

    @Test
    void rejectsAnAdministratorsPolicy() {
        assertThat(rule.violations(attachment(ADMINISTRATOR)))
                .containsExactly("a has AWS's policy AdministratorAccess");
    }

    @Test
    void rejectsItInARoleAndInAnyAttachment() {
        assertThat(rule.violations(
                        TestResource.of(
                                Role.class,
                                "role",
                                RoleArgs.builder()
                                        .assumeRolePolicy("{}")
                                        .managedPolicyArns("arn:aws:iam::aws:policy/IAMFullAccess", ADMINISTRATOR)
                                        .build()),
                        TestResource.of(GroupPolicyAttachment.class, "group").with("policyArn", ADMINISTRATOR),
                        TestResource.of(PolicyAttachment.class, "many").with("policyArn", ADMINISTRATOR)))
                .hasSize(4);
    }

    @Test
    void acceptsOtherPolicies() {
        assertThat(rule.violations(
                        attachment("arn:aws:iam::aws:policy/job-function/ViewOnlyAccess"),
                        attachment("arn:aws:iam::111122223333:policy/AdministratorAccess"),
                        TestResource.of(Role.class, "role")))
                .isEmpty();
    }

    @Test
    void knowsThatAPolicyWhoseArnIsUnknownIsTheProgramsOwn() {
        TestResource own = TestResource.of(RolePolicyAttachment.class, "a").unknown("policyArn");

        assertThat(rule.violations(own)).isEmpty();
        assertThat(rule.undecided(own)).isEmpty();
    }

    @Test
    void takesItsPoliciesFromTheConfiguration() {
        assertThat(rule.configured("names", List.of("PowerUserAccess"))
                        .violations(attachment(ADMINISTRATOR), attachment("arn:aws:iam::aws:policy/PowerUserAccess")))
                .containsExactly("a has AWS's policy PowerUserAccess");
    }

    private static TestResource attachment(String arn) {
        return TestResource.of(
                RolePolicyAttachment.class,
                "a",
                RolePolicyAttachmentArgs.builder().role("app").policyArn(arn).build());
    }
}
