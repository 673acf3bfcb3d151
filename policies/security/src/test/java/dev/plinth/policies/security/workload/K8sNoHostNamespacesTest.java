package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.pod;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoHostNamespacesTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoHostNamespaces());

    @Test
    void acceptsAPodOnItsOwn() {
        assertThat(rule.violations(
                        deployment(containing()), deployment(containing().hostNetwork(false))))
                .isEmpty();
    }

    @Test
    void rejectsAPodThatSharesNamespacesOfItsNode() {
        assertThat(rule.violations(deployment(containing().hostNetwork(true))))
                .containsExactly("deployment shares a namespace with its node, as hostNetwork is true");
        assertThat(rule.violations(pod(containing().hostPID(true).hostIPC(true))))
                .containsExactly(
                        "pod shares a namespace with its node, as hostPID is true",
                        "pod shares a namespace with its node, as hostIPC is true");
    }

    @Test
    void waitsForAnUnknownFlag() {
        assertThat(rule.undecided(deployment(Map.of("hostPID", new Value.Unknown()))))
                .containsExactly("deployment: hostPID is not known before the deployment");
    }

    @Test
    void givesThePodNamespacesOfItsOwn() {
        TestResource remedied = rule.remedied(pod(containing().hostNetwork(true).hostIPC(true)));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }
}
