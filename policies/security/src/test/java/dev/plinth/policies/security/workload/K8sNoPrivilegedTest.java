package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.cronJob;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoPrivilegedTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoPrivileged());

    @Test
    void acceptsAContainerThatIsNot() {
        assertThat(rule.violations(deployment(containing(container("app"))), deployment(containing(privileged(false)))))
                .isEmpty();
    }

    @Test
    void rejectsAPrivilegedContainer() {
        assertThat(rule.violations(deployment(containing(privileged(true)))))
                .containsExactly("deployment runs container app privileged");
    }

    @Test
    void rejectsAPrivilegedInitContainerOfAScheduledJob() {
        assertThat(rule.violations(cronJob(containing(container("app")).initContainers(privileged(true)))))
                .containsExactly("job runs init container app privileged");
    }

    @Test
    void rejectsAPatchThatMakesOnePrivileged() {
        assertThat(rule.violations(patch(
                        Map.of("containers", List.of(Map.of("securityContext", Map.of("privileged", true)))))))
                .containsExactly("patch runs a container privileged");
    }

    @Test
    void leavesThePodsOfTheClusterItselfAlone() {
        var agent = deployment(containing(privileged(true))).with("metadata", Map.of("namespace", "kube-system"));

        assertThat(rule.notApplicable(agent)).containsExactly("leaves the pods of the cluster itself alone");
        assertThat(rule.remedied(agent).resource()).isEqualTo(agent.resource());
        assertThat(rule.configured("systemNamespaces", List.of("gatekeeper")).violations(agent))
                .hasSize(1);
        assertThat(rule.violations(deployment(containing(privileged(true)))
                        .with("metadata", Map.of("namespace", new Value.Unknown()))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownFlagAndStillFindsTheOtherContainer() {
        var unknown = Map.of("name", "a", "securityContext", Map.of("privileged", new Value.Unknown()));
        var bad = Map.of("name", "b", "securityContext", Map.of("privileged", true));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: privileged is not known before the deployment");
        assertThat(rule.violations(deployment(Map.of("containers", List.of(unknown, bad)))))
                .containsExactly("deployment runs container b privileged");
    }

    @Test
    void takesThePrivilegeAway() {
        TestResource remedied = rule.remedied(cronJob(containing(privileged(true))));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static ContainerArgs privileged(boolean privileged) {
        return container("app", SecurityContextArgs.builder().privileged(privileged));
    }
}
