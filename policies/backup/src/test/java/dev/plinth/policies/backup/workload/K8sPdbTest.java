package dev.plinth.policies.backup.workload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sPdbTest {
    private final PolicyTest rule = PolicyTest.of(new K8sPdb());
    private final TestResource several = Sets.deployment(Map.of("replicas", 3));

    @Test
    void acceptsABudgetForThePods() {
        assertThat(rule.violations(several, Sets.budget(Map.of()))).isEmpty();
    }

    @Test
    void rejectsSeveralPodsWithoutOne() {
        assertThat(rule.violations(several)).containsExactly("deployment has no disruption budget for its pods");
    }

    @Test
    void rejectsScaledPodsWithoutOne() {
        assertThat(rule.violations(Sets.deployment(Map.of()), Sets.autoscaler("Deployment", Map.of())))
                .hasSize(1);
    }

    @Test
    void rejectsABudgetForOtherPods() {
        TestResource elsewhere = Sets.budget(Map.of()).with("metadata", Map.of("namespace", "hall"));
        TestResource others =
                Sets.budget(Map.of()).with("spec", Map.of("selector", Map.of("matchLabels", Map.of("app", "other"))));

        assertThat(rule.violations(several, elsewhere)).hasSize(1);
        assertThat(rule.violations(several, others)).hasSize(1);
    }

    @Test
    void leavesASinglePodAlone() {
        assertThat(rule.notApplicable(Sets.deployment(Map.of("replicas", 1))))
                .containsExactly("leaves a single pod alone, which a budget would pin to its node");
    }

    @Test
    void waitsForAClusterThatIsNotMadeYet() {
        assertThat(rule.undecided(several.unknown(), Sets.budget(Map.of()).unknown()))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownSelector() {
        assertThat(rule.undecided(several, Sets.budget(Map.of()).unknown("spec")))
                .containsExactly("deployment: spec is not known before the deployment");
    }
}
