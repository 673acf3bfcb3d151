package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupEgressArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SgNoOpenEgressTest {
    private final PolicyTest rule = PolicyTest.of(new SgNoOpenEgress());

    @Test
    void isOffUntilSomebodyTurnsItOn() {
        assertThat(new SgNoOpenEgress().info().level()).isEqualTo(EnforcementLevel.DISABLED);
    }

    @Test
    void rejectsEverythingToEverywhere() {
        assertThat(rule.violations(standalone(egress("-1").cidrIpv4("0.0.0.0/0")), inline("::/0")))
                .containsExactly(
                        "rule lets out connections to anywhere on all ports",
                        "group lets out connections to anywhere on all ports");
    }

    @Test
    void acceptsOnePortToAnywhereAndEverythingToSomebody() {
        assertThat(rule.violations(
                        standalone(egress("tcp").fromPort(443).toPort(443).cidrIpv4("0.0.0.0/0")),
                        standalone(egress("-1").referencedSecurityGroupId("sg-2")),
                        inline("fd00::/8")))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownPeer() {
        assertThat(rule.undecided(standalone(egress("-1")).unknown("cidrIpv4")))
                .containsExactly("rule: cidrIpv4 is not known before the deployment");
    }

    private static SecurityGroupEgressRuleArgs.Builder egress(String protocol) {
        return SecurityGroupEgressRuleArgs.builder().securityGroupId("sg-1").ipProtocol(protocol);
    }

    private static TestResource standalone(SecurityGroupEgressRuleArgs.Builder args) {
        return TestResource.of(SecurityGroupEgressRule.class, "rule", args.build());
    }

    private static TestResource inline(String block) {
        var egress = SecurityGroupEgressArgs.builder()
                .protocol("-1")
                .fromPort(0)
                .toPort(0)
                .ipv6CidrBlocks(block)
                .build();
        return TestResource.of(
                SecurityGroup.class,
                "group",
                SecurityGroupArgs.builder().egress(egress).build());
    }
}
