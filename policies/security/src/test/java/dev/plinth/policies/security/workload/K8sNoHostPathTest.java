package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.HostPathVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoHostPathTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoHostPath());

    @Test
    void acceptsAVolumeThatIsThePodsOwn() {
        assertThat(rule.violations(deployment(containing()
                        .volumes(VolumeArgs.builder()
                                .name("tmp")
                                .emptyDir(EmptyDirVolumeSourceArgs.builder().build())
                                .build()))))
                .isEmpty();
    }

    @Test
    void rejectsAMountOfItsNode() {
        assertThat(rule.violations(deployment(containing()
                        .volumes(VolumeArgs.builder()
                                .name("runtime")
                                .hostPath(HostPathVolumeSourceArgs.builder()
                                        .path("/run/containerd/containerd.sock")
                                        .build())
                                .build()))))
                .containsExactly("deployment mounts /run/containerd/containerd.sock of its node");
    }

    @Test
    void rejectsAMountWhosePathIsNotKnownYet() {
        assertThat(rule.violations(volumes(Map.of("hostPath", Map.of("path", new Value.Unknown())))))
                .containsExactly("deployment mounts files of its node");
        assertThat(rule.violations(volumes(Map.of("hostPath", new Value.Unknown()))))
                .containsExactly("deployment mounts files of its node");
    }

    @Test
    void waitsForAnUnknownVolume() {
        assertThat(rule.undecided(volumes(new Value.Unknown()))).hasSize(1);
    }

    private static TestResource volumes(Object volume) {
        return deployment(Map.of("volumes", List.of(volume)));
    }
}
