package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.apps.v1.StatefulSet;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sMinReplicasTest {
    private final PolicyTest rule = PolicyTest.of(new K8sMinReplicas());
    private final TestResource single = Sets.deployment(Map.of());

    @Test
    void acceptsTwoPods() {
        assertThat(rule.violations(Sets.deployment(Map.of("replicas", 2)))).isEmpty();
    }

    @Test
    void rejectsASinglePodWhichIsTheDefault() {
        assertThat(rule.violations(single)).containsExactly("deployment has pods: 1, needs 2");
        assertThat(rule.violations(Sets.deployment(Map.of("replicas", 1)))).hasSize(1);
    }

    @Test
    void asksForWhatIsConfigured() {
        assertThat(rule.configured("replicasMin", 3).violations(Sets.deployment(Map.of("replicas", 2))))
                .containsExactly("deployment has pods: 2, needs 3");
    }

    @Test
    void leavesTheNumberToAnAutoscaler() {
        assertThat(rule.notApplicable(single, Sets.autoscaler("Deployment", Map.of())))
                .containsExactly("leaves the number of pods to the autoscaler");
    }

    @Test
    void takesNoAutoscalerOfSomethingElseForIts() {
        var elsewhere = Map.of("name", "app", "namespace", "hall");

        assertThat(rule.violations(single, Sets.autoscaler("StatefulSet", Map.of())))
                .hasSize(1);
        assertThat(rule.violations(
                        single, Sets.autoscaler("Deployment", Map.of()).with("metadata", elsewhere)))
                .hasSize(1);
    }

    @Test
    void followsAnAutoscalerWhoseTargetIsNotKnownYet() {
        TestResource scaler = Sets.autoscaler("Deployment", Map.of());
        TestResource other = TestResource.of(StatefulSet.class, "other");

        assertThat(rule.violations(single, scaler.unknown("spec"))).isEmpty();
        assertThat(rule.violations(single, scaler.from("spec", single))).isEmpty();
        assertThat(rule.violations(single, other, scaler.from("spec", other)))
                .containsExactly("deployment has pods: 1, needs 2");
    }

    @Test
    void waitsForAClusterThatIsNotMadeYet() {
        assertThat(rule.undecided(single.unknown())).hasSize(1);
        assertThat(rule.violations(
                        single.unknown(),
                        Sets.autoscaler("Deployment", Map.of()).unknown()))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownNumber() {
        assertThat(rule.undecided(Sets.deployment(Map.of("replicas", new Value.Unknown()))))
                .containsExactly("deployment: replicas is not known before the deployment");
    }
}
