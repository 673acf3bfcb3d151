package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.DefaultVpc;
import com.pulumi.aws.ec2.Vpc;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class NoDefaultVpcTest {
    private final PolicyTest rule = PolicyTest.of(new NoDefaultVpc());

    @Test
    void rejectsTheDefaultVpc() {
        assertThat(rule.violations(TestResource.of(DefaultVpc.class, "vpc")))
                .containsExactly("vpc is the VPC that AWS makes by itself, with public subnets only");
    }

    @Test
    void rejectsItWhateverIsNotKnownOfIt() {
        assertThat(rule.violations(TestResource.of(DefaultVpc.class, "vpc").unknown("ipv6CidrBlock")))
                .hasSize(1);
    }

    @Test
    void acceptsAVpcOfItsOwn() {
        assertThat(rule.violations(TestResource.of(Vpc.class, "vpc"))).isEmpty();
    }
}
