package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.Role;
import com.pulumi.kubernetes.rbac.v1.RoleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRbacNoWildcardTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRbacNoWildcard());

    @Test
    void acceptsARoleThatSaysWhatItAllows() {
        assertThat(rule.violations(role(
                        PolicyRuleArgs.builder().apiGroups("").resources("pods").verbs("get", "list"))))
                .isEmpty();
    }

    @Test
    void rejectsEachWildcard() {
        assertThat(rule.violations(role(
                        PolicyRuleArgs.builder().apiGroups("*").resources("*").verbs("*"))))
                .containsExactly("role allows * in verbs", "role allows * in resources", "role allows * in apiGroups");
    }

    @Test
    void judgesEachRuleByItself() {
        TestResource role = TestResource.of(ClusterRole.class, "role")
                .with(
                        "rules",
                        List.of(
                                Map.of("verbs", new Value.Unknown()),
                                Map.of("verbs", List.of("*"), "resources", List.of("pods"))));

        assertThat(rule.violations(role)).containsExactly("role allows * in verbs");
        assertThat(rule.undecided(TestResource.of(Role.class, "role").unknown("rules")))
                .containsExactly("role: rules is not known before the deployment");
    }

    private static TestResource role(PolicyRuleArgs.Builder rule) {
        return TestResource.of(
                Role.class, "role", RoleArgs.builder().rules(rule.build()).build());
    }
}
