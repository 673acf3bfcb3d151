package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.test.PolicyTest;
import org.junit.jupiter.api.Test;

final class K8sNoBarePodsTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoBarePods());

    @Test
    void rejectsAPodOfItsOwn() {
        assertThat(rule.violations(pod(containing(container("app")))))
                .containsExactly("pod belongs to nobody who starts it again on another node");
    }

    @Test
    void acceptsAWorkload() {
        assertThat(rule.violations(deployment(containing(container("app"))))).isEmpty();
    }

    @Test
    void needsToKnowNothingOfThePod() {
        assertThat(rule.violations(pod(containing()).unknown("spec"))).hasSize(1);
    }
}
