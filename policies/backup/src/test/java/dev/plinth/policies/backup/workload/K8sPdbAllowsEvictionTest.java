package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sPdbAllowsEvictionTest {
    private final PolicyTest rule = PolicyTest.of(new K8sPdbAllowsEviction());
    private final TestResource three = Sets.deployment(Map.of("replicas", 3));

    @Test
    void acceptsOnePodLess() {
        assertThat(rule.violations(three, Sets.budget(Map.of("maxUnavailable", 1))))
                .isEmpty();
        assertThat(rule.violations(three, Sets.budget(Map.of("minAvailable", 2))))
                .isEmpty();
        assertThat(rule.violations(three, Sets.budget(Map.of("minAvailable", "50%"))))
                .isEmpty();
    }

    @Test
    void rejectsThatNoneMayGo() {
        assertThat(rule.violations(Sets.budget(Map.of("maxUnavailable", 0))))
                .containsExactly("budget lets no pod go, as maxUnavailable is 0");
        assertThat(rule.violations(Sets.budget(Map.of("maxUnavailable", "0%")))).hasSize(1);
    }

    @Test
    void rejectsThatAllHaveToStay() {
        assertThat(rule.violations(Sets.budget(Map.of("minAvailable", "100%"))))
                .containsExactly("budget lets no pod go, as minAvailable is 100%");
        assertThat(rule.violations(three, Sets.budget(Map.of("minAvailable", 3))))
                .containsExactly("budget lets no pod go, as minAvailable is 3");
    }

    @Test
    void countsThePodsThatAnAutoscalerLeaves() {
        TestResource scaler = Sets.autoscaler("Deployment", Map.of("minReplicas", 2));
        TestResource scaled = Sets.deployment(Map.of());

        assertThat(rule.violations(scaled, scaler, Sets.budget(Map.of("minAvailable", 2))))
                .hasSize(1);
        assertThat(rule.violations(scaled, scaler, Sets.budget(Map.of("minAvailable", 1))))
                .isEmpty();
    }

    @Test
    void doesNotCountPodsThatAreNotInTheStack() {
        assertThat(rule.violations(Sets.budget(Map.of("minAvailable", 3)))).isEmpty();
    }

    @Test
    void waitsForAnUnknownAmount() {
        assertThat(rule.undecided(Sets.budget(Map.of("maxUnavailable", new Value.Unknown()))))
                .containsExactly("budget: maxUnavailable is not known before the deployment");
    }
}
