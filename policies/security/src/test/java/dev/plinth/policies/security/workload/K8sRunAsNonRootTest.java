package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRunAsNonRootTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRunAsNonRoot());

    @Test
    void acceptsThatThePodSaysItForAll() {
        assertThat(rule.violations(deployment(containing(container("app")).securityContext(nonRoot(true)))))
                .isEmpty();
    }

    @Test
    void acceptsThatEachContainerSaysIt() {
        assertThat(rule.violations(deployment(containing(
                        container("app", SecurityContextArgs.builder().runAsNonRoot(true))))))
                .isEmpty();
    }

    @Test
    void rejectsAContainerThatMayBeRoot() {
        assertThat(rule.violations(deployment(containing(container("app")))))
                .containsExactly("deployment may run container app as root, as runAsNonRoot is not true");
    }

    @Test
    void takesTheWordOfTheContainerAboveThePods() {
        var own = container("own", SecurityContextArgs.builder().runAsNonRoot(false));

        assertThat(rule.violations(deployment(containing(own, container("app")).securityContext(nonRoot(true)))))
                .containsExactly("deployment may run container own as root, as runAsNonRoot is not true");
    }

    @Test
    void rejectsTheNumberOfRoot() {
        var root = container(
                "app", SecurityContextArgs.builder().runAsNonRoot(true).runAsUser(0));

        assertThat(rule.violations(deployment(containing(root))))
                .containsExactly("deployment runs container app as root, as runAsUser is 0");
        assertThat(rule.violations(deployment(containing(container("app"))
                        .securityContext(PodSecurityContextArgs.builder()
                                .runAsNonRoot(true)
                                .runAsUser(0)
                                .build()))))
                .containsExactly("deployment runs its pod as root, as runAsUser is 0");
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
        assertThat(rule.violations(patch(Map.of("securityContext", Map.of("runAsUser", 0)))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownFlag() {
        assertThat(rule.undecided(deployment(Map.of(
                        "securityContext",
                        Map.of("runAsNonRoot", new Value.Unknown()),
                        "containers",
                        List.of(Map.of("name", "app"))))))
                .containsExactly("deployment: runAsNonRoot is not known before the deployment");
    }

    private static PodSecurityContextArgs nonRoot(boolean nonRoot) {
        return PodSecurityContextArgs.builder().runAsNonRoot(nonRoot).build();
    }
}
