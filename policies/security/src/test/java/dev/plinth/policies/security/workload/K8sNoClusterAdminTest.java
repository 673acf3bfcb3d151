package dev.plinth.policies.security.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.rbac.v1.ClusterRoleBinding;
import com.pulumi.kubernetes.rbac.v1.ClusterRoleBindingArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.RoleRefArgs;
import com.pulumi.kubernetes.rbac.v1.inputs.SubjectArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoClusterAdminTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoClusterAdmin());

    @Test
    void acceptsARoleForANamedAccount() {
        assertThat(rule.violations(binding("view", "deployer"))).isEmpty();
    }

    @Test
    void rejectsAllRights() {
        assertThat(rule.violations(binding("cluster-admin", "deployer")))
                .containsExactly("binding gives all rights away, as its role is cluster-admin");
    }

    @Test
    void rejectsAnyRoleForNobodyKnown() {
        assertThat(rule.violations(binding("view", "system:anonymous")))
                .containsExactly("binding gives its role to system:anonymous");
    }

    @Test
    void acceptsTheBindingsOfTheList() {
        TestResource meant = binding("cluster-admin", "deployer").with("metadata", Map.of("name", "rescue"));

        assertThat(rule.configured("bindings", List.of("rescue")).violations(meant))
                .isEmpty();
        assertThat(rule.violations(meant)).hasSize(1);
    }

    @Test
    void judgesTheSubjectsWhileTheRoleIsUnknown() {
        assertThat(rule.undecided(binding("view", "deployer").unknown("roleRef")))
                .containsExactly("binding: roleRef is not known before the deployment");
        assertThat(rule.violations(binding("view", "system:masters").unknown("roleRef")))
                .hasSize(1);
    }

    private static TestResource binding(String role, String subject) {
        return TestResource.of(
                ClusterRoleBinding.class,
                "binding",
                ClusterRoleBindingArgs.builder()
                        .roleRef(RoleRefArgs.builder()
                                .apiGroup("rbac.authorization.k8s.io")
                                .kind("ClusterRole")
                                .name(role)
                                .build())
                        .subjects(SubjectArgs.builder()
                                .kind("Group")
                                .name(subject)
                                .build())
                        .build());
    }
}
