package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SubnetNoAutoPublicIpTest {
    private final PolicyTest rule = PolicyTest.of(new SubnetNoAutoPublicIp());

    @Test
    void acceptsASubnetThatGivesNoAddresses() {
        assertThat(rule.violations(subnet(false), TestResource.of(Subnet.class, "subnet")))
                .isEmpty();
    }

    @Test
    void rejectsASubnetThatDoes() {
        assertThat(rule.violations(subnet(true)))
                .containsExactly("subnet gives a public address to every machine, as mapPublicIpOnLaunch is true");
    }

    @Test
    void leavesASubnetAloneThatIsTaggedAsPublic() {
        assertThat(rule.notApplicable(subnet(true).with("tags", Map.of("Tier", "public"))))
                .containsExactly("leaves a subnet alone that is tagged as public");
        assertThat(rule.violations(subnet(true).with("tags", Map.of("Tier", "private"))))
                .hasSize(1);
    }

    @Test
    void knowsAPublicSubnetByTheTagThatIsConfigured() {
        PolicyTest other = rule.configured("tag", "Exposure").configured("value", "internet");

        assertThat(other.violations(subnet(true).with("tags", Map.of("Exposure", "internet"))))
                .isEmpty();
        assertThat(other.violations(subnet(true).with("tags", Map.of("Tier", "public"))))
                .hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(subnet(true).unknown("mapPublicIpOnLaunch")))
                .containsExactly("subnet: mapPublicIpOnLaunch is not known before the deployment");
    }

    @Test
    void putsASubnetRightUnlessItIsMeantToBePublic() {
        TestResource remedied = rule.remedied(subnet(true));
        TestResource tagged = subnet(true).with("tags", Map.of("Tier", "public"));

        assertThat(rule.violations(remedied)).isEmpty();
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
        assertThat(rule.remedied(tagged).resource()).isEqualTo(tagged.resource());
    }

    private static TestResource subnet(boolean assigned) {
        return TestResource.of(
                Subnet.class,
                "subnet",
                SubnetArgs.builder()
                        .vpcId("vpc-1")
                        .mapPublicIpOnLaunch(assigned)
                        .build());
    }
}
