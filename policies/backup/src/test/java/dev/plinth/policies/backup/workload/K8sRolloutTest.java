package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sRolloutTest {
    private final PolicyTest rule = PolicyTest.of(new K8sRollout());

    @Test
    void acceptsOnePodAfterTheOther() {
        assertThat(rule.violations(
                        Sets.deployment(Map.of()),
                        rolling(Map.of("maxUnavailable", 0)),
                        rolling(Map.of("maxUnavailable", "99%"))))
                .isEmpty();
    }

    @Test
    void rejectsAnOutageWithEachRelease() {
        assertThat(rule.violations(Sets.deployment(Map.of("strategy", Map.of("type", "Recreate")))))
                .containsExactly("deployment stops all pods before it starts new ones, as its strategy is Recreate");
        assertThat(rule.violations(rolling(Map.of("maxUnavailable", "100%"))))
                .containsExactly("deployment may stop all pods at once, as maxUnavailable is 100%");
    }

    @Test
    void waitsForAnUnknownStrategy() {
        assertThat(rule.undecided(Sets.deployment(Map.of("strategy", new Value.Unknown()))))
                .containsExactly("deployment: strategy is not known before the deployment");
    }

    private static TestResource rolling(Map<String, Object> update) {
        return Sets.deployment(Map.of("strategy", Map.of("type", "RollingUpdate", "rollingUpdate", update)));
    }
}
