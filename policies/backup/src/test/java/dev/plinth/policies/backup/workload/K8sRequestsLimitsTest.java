package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.cronJob;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static dev.plinth.policy.kubernetes.TestWorkloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.EphemeralContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRequestsLimitsTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRequestsLimits());

    @Test
    void acceptsRequestsAndALimitOfMemory() {
        assertThat(rule.violations(running(Map.of("cpu", "1", "memory", "1Gi"), Map.of("memory", "1Gi"))))
                .isEmpty();
    }

    @Test
    void takesALimitForARequest() {
        assertThat(rule.violations(running(Map.of("cpu", "1"), Map.of("memory", "1Gi"))))
                .isEmpty();
    }

    @Test
    void rejectsAContainerThatSaysNothing() {
        assertThat(rule.violations(cronJob(containing(container("app")))))
                .containsExactly(
                        "job runs container app without resources.requests.cpu",
                        "job runs container app without resources.requests.memory",
                        "job runs container app without resources.limits.memory");
    }

    @Test
    void asksForALimitOfProcessorTimeWhereItIsConfiguredTo() {
        assertThat(rule.configured("cpuLimit", true)
                        .violations(running(Map.of("cpu", "1", "memory", "1Gi"), Map.of("memory", "1Gi"))))
                .containsExactly("deployment runs container app without resources.limits.cpu");
    }

    @Test
    void leavesAContainerAloneThatCannotHaveAny() {
        var debug = EphemeralContainerArgs.builder().name("debug").build();

        assertThat(rule.violations(
                        pod(PodSpecArgs.builder().containers(List.of()).ephemeralContainers(debug))))
                .isEmpty();
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    @Test
    void needsToKnowOnlyThatSomethingIsSaid() {
        var unknown = Map.of(
                "requests", Map.of("cpu", new Value.Unknown(), "memory", new Value.Unknown()),
                "limits", Map.of("memory", new Value.Unknown()));

        assertThat(rule.violations(deployment(Map.of("containers", List.of(Map.of("resources", unknown))))))
                .isEmpty();
        assertThat(rule.undecided(deployment(Map.of("containers", List.of(Map.of("resources", new Value.Unknown()))))))
                .containsExactly("deployment: resources is not known before the deployment");
    }

    private static TestResource running(Map<String, String> requests, Map<String, String> limits) {
        var resources = ResourceRequirementsArgs.builder()
                .requests(requests)
                .limits(limits)
                .build();
        return deployment(containing(
                ContainerArgs.builder().name("app").resources(resources).build()));
    }
}
