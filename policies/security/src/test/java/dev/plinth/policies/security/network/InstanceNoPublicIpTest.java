package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.LaunchTemplate;
import com.pulumi.aws.ec2.LaunchTemplateArgs;
import com.pulumi.aws.ec2.inputs.LaunchTemplateNetworkInterfaceArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class InstanceNoPublicIpTest {
    private final PolicyTest rule = PolicyTest.of(new InstanceNoPublicIp());
    private final TestResource instance = TestResource.of(Instance.class, "machine");

    @Test
    void acceptsAHiddenMachine() {
        assertThat(rule.violations(
                        instance,
                        instance.with("associatePublicIpAddress", false),
                        TestResource.of(LaunchTemplate.class, "nodes"),
                        template("false")))
                .isEmpty();
    }

    @Test
    void rejectsAPublicInstance() {
        assertThat(rule.violations(instance.with("associatePublicIpAddress", true)))
                .containsExactly("machine gets a public address, as associatePublicIpAddress is true");
    }

    @Test
    void rejectsATemplateOfPublicInstances() {
        assertThat(rule.violations(template("true")))
                .containsExactly("nodes gets a public address, as associatePublicIpAddress is true");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(instance.unknown("associatePublicIpAddress")))
                .containsExactly("machine: associatePublicIpAddress is not known before the deployment");
    }

    private static TestResource template(String assigned) {
        return TestResource.of(
                LaunchTemplate.class,
                "nodes",
                LaunchTemplateArgs.builder()
                        .networkInterfaces(LaunchTemplateNetworkInterfaceArgs.builder()
                                .associatePublicIpAddress(assigned)
                                .build())
                        .build());
    }
}
