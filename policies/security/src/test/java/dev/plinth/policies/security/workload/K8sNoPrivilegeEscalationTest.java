package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.container;
import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static dev.plinth.policy.kubernetes.TestWorkloads.patch;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodOSArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoPrivilegeEscalationTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoPrivilegeEscalation());

    @Test
    void acceptsAContainerThatCannotGainRights() {
        assertThat(rule.violations(deployment(containing(allowing(false))))).isEmpty();
    }

    @Test
    void rejectsAContainerThatCan() {
        assertThat(rule.violations(deployment(containing(allowing(true)))))
                .containsExactly("deployment lets container app gain rights, as allowPrivilegeEscalation is not false");
    }

    @Test
    void rejectsTheDefaultWhichAllowsIt() {
        assertThat(rule.violations(deployment(containing(container("app"))))).hasSize(1);
    }

    @Test
    void takesThatAPatchDoesNotSayForKept() {
        assertThat(rule.violations(patch(Map.of("containers", List.of(Map.of("name", "app"))))))
                .isEmpty();
    }

    @Test
    void leavesWindowsAlone() {
        assertThat(rule.violations(deployment(containing(container("app"))
                        .os(PodOSArgs.builder().name("windows").build()))))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownFlag() {
        var unknown = Map.of("securityContext", Map.of("allowPrivilegeEscalation", new Value.Unknown()));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: allowPrivilegeEscalation is not known before the deployment");
    }

    @Test
    void forbidsIt() {
        TestResource remedied = rule.remedied(deployment(containing(container("app"), allowing(true))));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static ContainerArgs allowing(boolean allowed) {
        return container("app", SecurityContextArgs.builder().allowPrivilegeEscalation(allowed));
    }
}
