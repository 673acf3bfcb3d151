package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SELinuxOptionsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.SysctlArgs;
import com.pulumi.kubernetes.core.v1.inputs.WindowsSecurityContextOptionsArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sBaselineMiscTest {
    private final PolicyTest rule = PolicyTest.of(new K8sBaselineMisc());

    @Test
    void acceptsAPodThatSaysNothingOfTheKind() {
        assertThat(rule.violations(deployment(containing(container("app"))))).isEmpty();
    }

    @Test
    void acceptsWhatTheStandardCallsSafe() {
        var security = PodSecurityContextArgs.builder()
                .sysctls(sysctl("net.ipv4.tcp_syncookies"))
                .seLinuxOptions(SELinuxOptionsArgs.builder()
                        .type("container_t")
                        .level("s0:c1,c2")
                        .build());
        var container = container("app", SecurityContextArgs.builder().procMount("Default"));

        assertThat(rule.violations(deployment(containing(container).securityContext(security.build()))))
                .isEmpty();
    }

    @Test
    void rejectsKernelSettingsOfOtherPods() {
        var security = PodSecurityContextArgs.builder().sysctls(sysctl("kernel.msgmax"));

        assertThat(rule.violations(deployment(containing().securityContext(security.build()))))
                .containsExactly("deployment sets the kernel's kernel.msgmax, which is not safe");
    }

    @Test
    void rejectsAnOpenProc() {
        assertThat(rule.violations(deployment(containing(
                        container("app", SecurityContextArgs.builder().procMount("Unmasked"))))))
                .containsExactly("deployment mounts /proc as Unmasked in container app");
    }

    @Test
    void rejectsSelinuxOptionsOfAPodOrAContainer() {
        var role = SELinuxOptionsArgs.builder().role("sysadm_r").build();
        var type = SELinuxOptionsArgs.builder().type("spc_t").build();
        var security = PodSecurityContextArgs.builder().seLinuxOptions(role).build();
        var container = container("app", SecurityContextArgs.builder().seLinuxOptions(type));

        assertThat(rule.violations(deployment(containing(container).securityContext(security))))
                .containsExactly(
                        "deployment sets SELinux options of its own for the pod",
                        "deployment sets SELinux options of its own for container app");
    }

    @Test
    void rejectsACapabilityThatNoRuntimeGives() {
        var capabilities =
                CapabilitiesArgs.builder().drop("ALL").add("SYS_ADMIN").build();

        assertThat(rule.violations(deployment(containing(
                        container("app", SecurityContextArgs.builder().capabilities(capabilities))))))
                .containsExactly("deployment adds the capability SYS_ADMIN to container app");
    }

    @Test
    void rejectsAProcessOfAWindowsNode() {
        var windows =
                WindowsSecurityContextOptionsArgs.builder().hostProcess(true).build();

        assertThat(rule.violations(deployment(containing(
                        container("app", SecurityContextArgs.builder().windowsOptions(windows))))))
                .containsExactly("deployment runs container app as a process of its node, as hostProcess is true");
    }

    @Test
    void judgesTheContainersWhileThePodsContextIsUnknown() {
        var open = Map.of("name", "app", "securityContext", Map.of("procMount", "Unmasked"));

        assertThat(rule.undecided(deployment(Map.of("securityContext", new Value.Unknown()))))
                .containsExactly("deployment: securityContext is not known before the deployment");
        assertThat(rule.violations(
                        deployment(Map.of("securityContext", new Value.Unknown(), "containers", List.of(open)))))
                .hasSize(1);
    }

    private static SysctlArgs sysctl(String name) {
        return SysctlArgs.builder().name(name).value("1").build();
    }
}
