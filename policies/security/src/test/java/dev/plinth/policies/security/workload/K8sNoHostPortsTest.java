package dev.plinth.policies.security.workload;

import static dev.plinth.policy.kubernetes.TestWorkloads.containing;
import static dev.plinth.policy.kubernetes.TestWorkloads.deployment;
import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class K8sNoHostPortsTest {
    private final PolicyTest rule = PolicyTest.of(new K8sNoHostPorts());

    @Test
    void acceptsAPortOfTheContainer() {
        assertThat(rule.violations(deployment(containing(port(ContainerPortArgs.builder())))))
                .isEmpty();
        assertThat(rule.violations(
                        deployment(containing(port(ContainerPortArgs.builder().hostPort(0))))))
                .isEmpty();
    }

    @Test
    void rejectsAPortOfItsNode() {
        assertThat(rule.violations(
                        deployment(containing(port(ContainerPortArgs.builder().hostPort(9100))))))
                .containsExactly("deployment opens port 9100 of its node for container app");
    }

    @Test
    void waitsForAnUnknownPort() {
        var unknown = Map.of("ports", List.of(Map.of("hostPort", new Value.Unknown())));

        assertThat(rule.undecided(deployment(Map.of("containers", List.of(unknown)))))
                .containsExactly("deployment: hostPort is not known before the deployment");
    }

    @Test
    void closesThePortOfTheNodeAndKeepsTheContainers() {
        var bad = port(ContainerPortArgs.builder().hostPort(9100));
        TestResource remedied = rule.remedied(deployment(containing(bad)));

        assertThat(remedied.resource())
                .isEqualTo(deployment(containing(port(ContainerPortArgs.builder())))
                        .resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static ContainerArgs port(ContainerPortArgs.Builder port) {
        return ContainerArgs.builder()
                .name("app")
                .ports(port.containerPort(8080).build())
                .build();
    }
}
