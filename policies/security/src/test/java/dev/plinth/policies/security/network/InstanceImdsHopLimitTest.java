package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Instance;
import com.pulumi.aws.ec2.InstanceArgs;
import com.pulumi.aws.ec2.inputs.InstanceMetadataOptionsArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class InstanceImdsHopLimitTest {
    private final PolicyTest rule = PolicyTest.of(new InstanceImdsHopLimit());

    @Test
    void acceptsOneHopWhichIsAlsoTheDefault() {
        assertThat(rule.violations(machine("enabled", 1), TestResource.of(Instance.class, "machine")))
                .isEmpty();
    }

    @Test
    void rejectsASecondHop() {
        assertThat(rule.violations(machine("enabled", 2)))
                .containsExactly("machine lets its metadata travel 2 hops, may let it travel 1");
    }

    @Test
    void acceptsAMachineThatTellsNothingAtAll() {
        assertThat(rule.violations(machine("disabled", 2))).isEmpty();
    }

    @Test
    void allowsAsManyHopsAsConfigured() {
        assertThat(rule.configured("hopsMax", 2).violations(machine("enabled", 2)))
                .isEmpty();
        assertThat(rule.configured("hopsMax", 2).violations(machine("enabled", 3)))
                .containsExactly("machine lets its metadata travel 3 hops, may let it travel 2");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(machine("enabled", 1).unknown("metadataOptions")))
                .containsExactly("machine: metadataOptions is not known before the deployment");
    }

    @Test
    void putsAMachineRight() {
        TestResource remedied = rule.remedied(machine("enabled", 2));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource machine(String endpoint, int hops) {
        return TestResource.of(
                Instance.class,
                "machine",
                InstanceArgs.builder()
                        .metadataOptions(InstanceMetadataOptionsArgs.builder()
                                .httpEndpoint(endpoint)
                                .httpPutResponseHopLimit(hops)
                                .build())
                        .build());
    }
}
