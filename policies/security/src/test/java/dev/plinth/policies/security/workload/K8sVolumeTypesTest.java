package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ConfigMapVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.HostPathVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.NFSVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.PersistentVolumeClaimVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sVolumeTypesTest {
    private final PolicyTest rule = PolicyTest.of(new K8sVolumeTypes());

    @Test
    void acceptsTheUsualTypes() {
        var claim = PersistentVolumeClaimVolumeSourceArgs.builder()
                .claimName("data")
                .build();
        var settings = ConfigMapVolumeSourceArgs.builder().name("settings").build();

        assertThat(rule.violations(deployment(containing()
                        .volumes(
                                volume().persistentVolumeClaim(claim).build(),
                                volume().configMap(settings).build()))))
                .isEmpty();
    }

    @Test
    void rejectsAServerOfThePodsOwnChoice() {
        var share = NFSVolumeSourceArgs.builder().server("10.0.0.1").path("/").build();

        assertThat(rule.violations(
                        deployment(containing().volumes(volume().nfs(share).build()))))
                .containsExactly("deployment mounts a volume of the type nfs");
    }

    @Test
    void leavesHostPathToItsOwnRule() {
        var host = HostPathVolumeSourceArgs.builder().path("/").build();

        assertThat(rule.violations(
                        deployment(containing().volumes(volume().hostPath(host).build()))))
                .isEmpty();
    }

    @Test
    void needsToKnowNothingButTheType() {
        assertThat(rule.violations(deployment(Map.of("volumes", List.of(Map.of("nfs", new Value.Unknown()))))))
                .hasSize(1);
        assertThat(rule.undecided(deployment(Map.of("volumes", new Value.Unknown()))))
                .containsExactly("deployment: volumes is not known before the deployment");
    }

    private static VolumeArgs.Builder volume() {
        return VolumeArgs.builder().name("data");
    }
}
