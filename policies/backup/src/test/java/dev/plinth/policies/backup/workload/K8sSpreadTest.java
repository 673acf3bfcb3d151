package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.AffinityArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodAntiAffinityArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sSpreadTest {
    private final PolicyTest rule = PolicyTest.of(new K8sSpread());

    @Test
    void acceptsPodsThatAreKeptApart() {
        var apart = AffinityArgs.builder()
                .podAntiAffinity(PodAntiAffinityArgs.builder().build())
                .build();
        var zones = TopologySpreadConstraintArgs.builder()
                .maxSkew(1)
                .topologyKey("topology.kubernetes.io/zone")
                .whenUnsatisfiable("ScheduleAnyway")
                .build();

        assertThat(rule.violations(
                        deployment(containing().affinity(apart)),
                        deployment(containing().topologySpreadConstraints(zones))))
                .isEmpty();
    }

    @Test
    void rejectsPodsThatMayAllStandOnOneNode() {
        assertThat(rule.violations(deployment(containing())))
                .containsExactly("deployment has neither topologySpreadConstraints nor a podAntiAffinity");
        assertThat(rule.violations(
                        deployment(containing().affinity(AffinityArgs.builder().build()))))
                .hasSize(1);
    }

    @Test
    void leavesASinglePodAlone() {
        TestResource single = deployment(Map.of()).with("spec", Map.of("replicas", 1));

        assertThat(rule.notApplicable(single)).containsExactly("leaves a single pod alone, which cannot be spread");
    }

    @Test
    void needsToKnowOnlyThatTheyAreSpread() {
        assertThat(rule.violations(deployment(Map.of("topologySpreadConstraints", new Value.Unknown()))))
                .isEmpty();
        assertThat(rule.undecided(deployment(Map.of("affinity", new Value.Unknown()))))
                .containsExactly("deployment: affinity is not known before the deployment");
    }
}
