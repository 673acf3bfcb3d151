package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodOSArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sDropAllCapabilitiesTest {
    private final PolicyTest rule = PolicyTest.of(new K8sDropAllCapabilities());

    @Test
    void acceptsAContainerWithoutAnyOrWithTheOneToBind() {
        assertThat(rule.violations(
                        deployment(containing(with(CapabilitiesArgs.builder().drop("ALL")))),
                        deployment(containing(
                                with(CapabilitiesArgs.builder().drop("ALL").add("NET_BIND_SERVICE"))))))
                .isEmpty();
    }

    @Test
    void rejectsAContainerThatKeepsWhatTheRuntimeGives() {
        assertThat(rule.violations(
                        deployment(containing(with(CapabilitiesArgs.builder().drop("NET_RAW"))))))
                .containsExactly("deployment leaves capabilities to container app, as capabilities.drop lacks ALL");
        assertThat(rule.violations(deployment(containing(container("app"))))).hasSize(1);
    }

    @Test
    void rejectsAnAddedCapabilityOfTheBaseline() {
        assertThat(rule.violations(deployment(
                        containing(with(CapabilitiesArgs.builder().drop("ALL").add("CHOWN"))))))
                .containsExactly(
                        "deployment adds the capability CHOWN to container app, which may have NET_BIND_SERVICE only");
    }

    @Test
    void leavesACapabilityOutsideTheBaselineToTheBaseline() {
        var capabilities = CapabilitiesArgs.builder().drop("ALL").add("SYS_ADMIN");

        assertThat(rule.violations(deployment(containing(with(capabilities))))).isEmpty();
        assertThat(PolicyTest.of(new K8sBaselineMisc()).violations(deployment(containing(with(capabilities)))))
                .hasSize(1);
    }

    @Test
    void takesThatAPatchDoesNotSayForKept() {
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
    void waitsForUnknownCapabilities() {
        var unknown = Map.of("securityContext", Map.of("capabilities", new Value.Unknown()));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: capabilities is not known before the deployment");
    }

    @Test
    void dropsAllOfThemAndAddsOnlyTheOneToBind() {
        var kept = with(CapabilitiesArgs.builder().drop("NET_RAW").add("CHOWN", "NET_BIND_SERVICE"));
        var mended = with(CapabilitiesArgs.builder().drop("ALL").add("NET_BIND_SERVICE"));

        assertThat(rule.violations(rule.remedied(deployment(containing(container("app"))))))
                .isEmpty();
        assertThat(rule.remedied(deployment(containing(kept))).resource())
                .isEqualTo(deployment(containing(mended)).resource());
    }

    private static ContainerArgs with(CapabilitiesArgs.Builder capabilities) {
        return container("app", SecurityContextArgs.builder().capabilities(capabilities.build()));
    }
}
