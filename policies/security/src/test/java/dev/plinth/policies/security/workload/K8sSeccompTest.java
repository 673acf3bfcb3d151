package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodOSArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sSeccompTest {
    private final PolicyTest rule = PolicyTest.of(new K8sSeccomp());

    @Test
    void acceptsAProfileOfPodOrContainer() {
        assertThat(rule.violations(
                        deployment(containing(container("app")).securityContext(pod("RuntimeDefault"))),
                        deployment(containing(profiled("Localhost")))))
                .isEmpty();
    }

    @Test
    void rejectsAContainerWithoutAProfile() {
        assertThat(rule.violations(deployment(containing(container("app")))))
                .containsExactly("deployment runs container app without a seccomp profile");
    }

    @Test
    void rejectsAContainerThatTurnsThePodsProfileOff() {
        assertThat(rule.violations(
                        deployment(containing(profiled("Unconfined")).securityContext(pod("RuntimeDefault")))))
                .containsExactly("deployment runs container app with the seccomp profile Unconfined");
    }

    @Test
    void judgesOnlyWhatAPatchSays() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    @Test
    void leavesWindowsAlone() {
        var windows = deployment(containing(container("app"))
                .os(PodOSArgs.builder().name("windows").build()));

        assertThat(rule.violations(windows)).isEmpty();
        assertThat(rule.remedied(windows).resource()).isEqualTo(windows.resource());
    }

    @Test
    void waitsForAnUnknownProfile() {
        var unknown = Map.of("securityContext", Map.of("seccompProfile", new Value.Unknown()));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: seccompProfile is not known before the deployment");
    }

    @Test
    void givesTheRuntimesProfileToAll() {
        for (var bad : List.of(
                deployment(containing(container("app"))),
                deployment(containing(profiled("Unconfined"), container("other"))),
                deployment(containing(profiled("Unconfined")).securityContext(pod("Unconfined"))))) {
            TestResource remedied = rule.remedied(bad);

            assertThat(rule.violations(remedied)).isEmpty();
            assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        }
    }

    private static PodSecurityContextArgs pod(String type) {
        return PodSecurityContextArgs.builder().seccompProfile(profile(type)).build();
    }

    private static ContainerArgs profiled(String type) {
        return container("app", SecurityContextArgs.builder().seccompProfile(profile(type)));
    }

    private static SeccompProfileArgs profile(String type) {
        return SeccompProfileArgs.builder().type(type).build();
    }
}
