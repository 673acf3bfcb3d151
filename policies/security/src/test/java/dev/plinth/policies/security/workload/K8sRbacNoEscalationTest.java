package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.rbac.v1.ClusterRole;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.PolicyRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRbacNoEscalationTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRbacNoEscalation());

    @Test
    void acceptsARoleThatReadsPods() {
        assertThat(rule.violations(role("pods", "get"))).isEmpty();
    }

    @Test
    void rejectsRightsThatLeadToMore() {
        assertThat(rule.violations(
                        role("clusterroles", "escalate"),
                        role("roles", "bind"),
                        role("serviceaccounts", "impersonate"),
                        role("mutatingwebhookconfigurations", "patch"),
                        role("certificatesigningrequests/approval", "update"),
                        role("pods/exec", "create"),
                        role("nodes/proxy", "create"),
                        role("services/status", "patch")))
                .containsExactly(
                        "role lets its owner write roles with rights it does not have",
                        "role lets its owner give any role to anybody",
                        "role lets its owner act as somebody else",
                        "role lets its owner change every object on its way into the cluster",
                        "role lets its owner approve certificates for anybody",
                        "role lets its owner run commands in other pods",
                        "role lets its owner run commands in all pods of a node",
                        "role lets its owner turn others' traffic to itself");
    }

    @Test
    void rejectsReadingAllSecretsButNotThoseThatAreNamed() {
        assertThat(rule.violations(role("secrets", "list"))).containsExactly("role lets its owner read all secrets");
        assertThat(rule.violations(role(PolicyRuleArgs.builder()
                        .resources("secrets")
                        .resourceNames("credentials")
                        .verbs("get"))))
                .isEmpty();
    }

    @Test
    void leavesWildcardsToTheirOwnRule() {
        assertThat(rule.violations(role("*", "*"))).isEmpty();
    }

    @Test
    void leavesTheRolesOfTheListAlone() {
        TestResource meant = role("secrets", "list").with("metadata", Map.of("name", "operator"));

        assertThat(rule.configured("roles", List.of("operator")).notApplicable(meant))
                .containsExactly("leaves a role alone that is listed as exempt");
        assertThat(rule.violations(meant)).hasSize(1);
    }

    @Test
    void waitsForUnknownRules() {
        assertThat(rule.undecided(role("pods", "get").unknown("rules")))
                .containsExactly("role: rules is not known before the deployment");
    }

    private static TestResource role(String resource, String verb) {
        return role(PolicyRuleArgs.builder().resources(resource).verbs(verb));
    }

    private static TestResource role(PolicyRuleArgs.Builder rule) {
        return TestResource.of(
                ClusterRole.class,
                "role",
                ClusterRoleArgs.builder().rules(rule.build()).build());
    }
}
