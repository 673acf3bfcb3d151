package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.cronJob;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sProbesTest {
    private final PolicyTest rule = PolicyTest.of(new K8sProbes());

    @Test
    void acceptsAContainerWithBothProbes() {
        assertThat(rule.violations(
                        deployment(containing(probed().livenessProbe(probe()).build()))))
                .isEmpty();
    }

    @Test
    void rejectsAContainerWithoutProbes() {
        assertThat(rule.violations(deployment(containing(container("app")))))
                .containsExactly(
                        "deployment runs container app without a readinessProbe",
                        "deployment runs container app without a livenessProbe");
    }

    @Test
    void asksForReadinessAloneWhereItIsConfiguredTo() {
        PolicyTest lenient = rule.configured("liveness", false);

        assertThat(lenient.violations(deployment(containing(probed().build())))).isEmpty();
        assertThat(lenient.violations(deployment(containing(container("app"))))).hasSize(1);
    }

    @Test
    void leavesContainersAloneThatEnd() {
        var prepared = containing(probed().livenessProbe(probe()).build()).initContainers(container("migrate"));

        assertThat(rule.violations(deployment(prepared))).isEmpty();
        assertThat(rule.notApplicable(pod(containing(container("job")).restartPolicy("Never"))))
                .containsExactly("leaves a pod alone that ends by itself");
        assertThat(rule.notApplicable(cronJob(containing(container("job"))))).containsExactly("is about other types");
    }

    @Test
    void needsToKnowOnlyThatAProbeIsThere() {
        var unknown = Map.of("readinessProbe", new Value.Unknown(), "livenessProbe", new Value.Unknown());

        assertThat(rule.violations(deployment(Map.of("containers", List.of(unknown)))))
                .isEmpty();
        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .isEmpty();
        assertThat(rule.undecided(deployment(Map.of("containers", new Value.Unknown()))))
                .containsExactly("deployment: containers is not known before the deployment");
    }

    private static ContainerArgs.Builder probed() {
        return ContainerArgs.builder().name("app").readinessProbe(probe());
    }

    private static ProbeArgs probe() {
        return ProbeArgs.builder().periodSeconds(5).build();
    }
}
