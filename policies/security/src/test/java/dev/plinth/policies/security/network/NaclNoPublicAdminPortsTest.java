package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.NetworkAcl;
import com.pulumi.aws.ec2.NetworkAclArgs;
import com.pulumi.aws.ec2.NetworkAclRule;
import com.pulumi.aws.ec2.NetworkAclRuleArgs;
import com.pulumi.aws.ec2.inputs.NetworkAclIngressArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class NaclNoPublicAdminPortsTest {
    private static final String ANYWHERE = "0.0.0.0/0";

    private final PolicyTest rule = PolicyTest.of(new NaclNoPublicAdminPorts());

    @Test
    void rejectsAnOpenPortInBothStyles() {
        assertThat(rule.violations(standalone("tcp", 22, ANYWHERE), inline("allow", "6", 3389)))
                .containsExactly("rule lets the internet in on port 22", "acl lets the internet in on port 3389");
    }

    @Test
    void rejectsAllPorts() {
        assertThat(rule.violations(standalone("-1", 0, ANYWHERE)))
                .containsExactly("rule lets the internet in on all ports");
    }

    @Test
    void acceptsOtherPortsAndOtherPeersAndWhatIsDenied() {
        assertThat(rule.violations(
                        standalone("tcp", 443, ANYWHERE),
                        standalone("tcp", 22, "10.0.0.0/8"),
                        standalone("tcp", 22, ANYWHERE).with("ruleAction", "deny"),
                        standalone("icmp", 22, ANYWHERE),
                        inline("deny", "tcp", 22)))
                .isEmpty();
    }

    @Test
    void leavesWhatGoesOutAlone() {
        assertThat(rule.notApplicable(standalone("tcp", 22, ANYWHERE).with("egress", true)))
                .containsExactly("is about what is let in");
    }

    @Test
    void waitsForAnUnknownPeer() {
        assertThat(rule.undecided(standalone("tcp", 22, ANYWHERE).unknown("cidrBlock")))
                .containsExactly("rule: cidrBlock is not known before the deployment");
    }

    @Test
    void asksForThePortsThatAreConfigured() {
        assertThat(rule.configured("ports", List.of(23)).violations(standalone("tcp", 22, ANYWHERE)))
                .isEmpty();
    }

    private static TestResource standalone(String protocol, int port, String block) {
        return TestResource.of(
                NetworkAclRule.class,
                "rule",
                NetworkAclRuleArgs.builder()
                        .networkAclId("acl-1")
                        .ruleNumber(100)
                        .ruleAction("allow")
                        .protocol(protocol)
                        .fromPort(port)
                        .toPort(port)
                        .cidrBlock(block)
                        .build());
    }

    private static TestResource inline(String action, String protocol, int port) {
        var ingress = NetworkAclIngressArgs.builder()
                .ruleNo(100)
                .action(action)
                .protocol(protocol)
                .fromPort(port)
                .toPort(port)
                .ipv6CidrBlock("::/0")
                .build();
        return TestResource.of(
                NetworkAcl.class,
                "acl",
                NetworkAclArgs.builder().vpcId("vpc-1").ingress(ingress).build());
    }
}
