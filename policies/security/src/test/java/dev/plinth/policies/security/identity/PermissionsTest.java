package dev.plinth.policies.security.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.iam.GroupPolicy;
import com.pulumi.aws.iam.Policy;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicy;
import com.pulumi.aws.iam.UserPolicy;
import dev.plinth.policy.Rule;
import dev.plinth.policy.Run;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class PermissionsTest {
    private static final Run PREVIEW = new Run("", "plinth", "test", true, Map.of());

    private final PolicyTest teller = PolicyTest.of(new IamNoAdminStar()).in(PREVIEW);
    private final TestResource unknown = policy(Policy.class).unknown("policy");

    @Test
    void areWaitedForByOneRule() {
        assertThat(teller.undecided(unknown)).containsExactly("p: policy is not known before the deployment");
    }

    @Test
    void areLeftToThatRuleByTheOthersInAPreview() {
        for (Rule rule : List.of(new IamNoServiceStar(), new IamNoEscalation(), new IamNoDecryptAll())) {
            var follower = PolicyTest.of(rule).in(PREVIEW);
            assertThat(follower.undecided(unknown)).isEmpty();
            assertThat(follower.notApplicable(unknown))
                    .containsExactly("waits for the document, as iam-no-admin-star says");
        }
    }

    @Test
    void areWaitedForByAllIfTheyAreUnknownInADeployment() {
        assertThat(PolicyTest.of(new IamNoServiceStar()).undecided(unknown)).hasSize(1);
    }

    @Test
    void areFoundWhereverTheyAre() {
        String all = Documents.of(Documents.allow("*", "*"));

        assertThat(teller.violations(
                        policy(Policy.class).with("policy", all),
                        policy(GroupPolicy.class).with("policy", all),
                        policy(RolePolicy.class).with("policy", all),
                        policy(UserPolicy.class).with("policy", all),
                        role(all)))
                .hasSize(5);
    }

    @Test
    void ofARoleAreJudgedOneByOne() {
        TestResource role = role(new Value.Unknown(), Documents.of(Documents.allow("*", "*")));

        assertThat(teller.violations(role)).hasSize(1);
    }

    @Test
    void areNoneOfARoleWithoutInlinePolicies() {
        assertThat(teller.violations(policy(Role.class))).isEmpty();
        assertThat(teller.undecided(policy(Role.class))).isEmpty();
    }

    private static TestResource policy(Class<? extends com.pulumi.resources.Resource> sdkClass) {
        return TestResource.of(sdkClass, "p");
    }

    private static TestResource role(Object... documents) {
        return policy(Role.class)
                .with(
                        "inlinePolicies",
                        Stream.of(documents)
                                .map(document -> Map.of("policy", document))
                                .toList());
    }
}
