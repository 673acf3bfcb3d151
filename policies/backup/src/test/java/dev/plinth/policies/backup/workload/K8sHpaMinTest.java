package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sHpaMinTest {
    private final PolicyTest rule = PolicyTest.of(new K8sHpaMin());

    @Test
    void acceptsTwoPods() {
        assertThat(rule.violations(scaler(Map.of("minReplicas", 2)))).isEmpty();
    }

    @Test
    void rejectsOnePodWhichIsTheDefault() {
        assertThat(rule.violations(scaler(Map.of("minReplicas", 1)))).containsExactly("scaler leaves pods: 1, needs 2");
        assertThat(rule.violations(scaler(Map.of()))).hasSize(1);
    }

    @Test
    void asksForWhatIsConfigured() {
        assertThat(rule.configured("replicasMin", 1).violations(scaler(Map.of())))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownNumber() {
        assertThat(rule.undecided(scaler(Map.of("minReplicas", new Value.Unknown()))))
                .containsExactly("scaler: minReplicas is not known before the deployment");
    }

    @Test
    void leavesMorePodsAndMakesRoomForThem() {
        TestResource remedied = rule.remedied(scaler(Map.of("minReplicas", 1, "maxReplicas", 1)));

        assertThat(remedied.resource())
                .isEqualTo(scaler(Map.of("minReplicas", 2, "maxReplicas", 2)).resource());
        assertThat(rule.remedied(scaler(Map.of("maxReplicas", 5))).resource())
                .isEqualTo(scaler(Map.of("minReplicas", 2, "maxReplicas", 5)).resource());
    }

    private static TestResource scaler(Map<String, Object> spec) {
        return Sets.autoscaler("Deployment", spec);
    }
}
