package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.ec2.SecurityGroupRuleArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import dev.plinth.policy.Value;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SgNoPublicAdminPortsTest {
    private static final String ANYWHERE = "0.0.0.0/0";

    private final PolicyTest rule = PolicyTest.of(new SgNoPublicAdminPorts());

    @Test
    void rejectsAnOpenPortInEachStyle() {
        assertThat(rule.violations(
                        standalone(ingress("tcp", 22, 22).cidrIpv4(ANYWHERE)),
                        old("ingress", ANYWHERE),
                        inline(inside("tcp", 22, 22).cidrBlocks("10.0.0.0/8", ANYWHERE))))
                .containsExactly(
                        "rule is open to the internet on port 22",
                        "old is open to the internet on port 22",
                        "group is open to the internet on port 22");
    }

    @Test
    void rejectsBothVersionsOfIp() {
        assertThat(rule.violations(
                        standalone(ingress("tcp", 22, 22).cidrIpv6("::/0")),
                        inline(inside("tcp", 22, 22).ipv6CidrBlocks("::/0"))))
                .hasSize(2);
    }

    @Test
    void rejectsARangeThatHoldsSuchPorts() {
        assertThat(rule.violations(standalone(ingress("tcp", 22, 3389).cidrIpv4(ANYWHERE))))
                .containsExactly("rule is open to the internet on ports 22, 3389");
    }

    @Test
    void rejectsAllPortsHoweverTheyAreWritten() {
        assertThat(rule.violations(
                        standalone(SecurityGroupIngressRuleArgs.builder()
                                .securityGroupId("sg-1")
                                .ipProtocol("-1")
                                .cidrIpv4(ANYWHERE)),
                        standalone(ingress("tcp", 0, 65535).cidrIpv4(ANYWHERE)),
                        inline(inside("-1", 0, 0).cidrBlocks(ANYWHERE))))
                .hasSize(3)
                .allSatisfy(found -> assertThat(found).endsWith("is open to the internet on all ports"));
    }

    @Test
    void acceptsOtherPortsAndOtherPeers() {
        assertThat(rule.violations(
                        standalone(ingress("tcp", 443, 443).cidrIpv4(ANYWHERE)),
                        standalone(ingress("tcp", 22, 22).cidrIpv4("10.0.0.0/8")),
                        standalone(ingress("tcp", 22, 22).referencedSecurityGroupId("sg-2")),
                        standalone(ingress("icmp", 8, -1).cidrIpv4(ANYWHERE)),
                        inline(inside("tcp", 23, 3388).cidrBlocks(ANYWHERE)),
                        TestResource.of(SecurityGroup.class, "empty")))
                .isEmpty();
    }

    @Test
    void leavesWhatGoesOutAlone() {
        assertThat(rule.notApplicable(old("egress", ANYWHERE))).containsExactly("is about what is let in");
    }

    @Test
    void waitsForWhomAPortIsOpen() {
        assertThat(rule.undecided(standalone(ingress("tcp", 22, 22)).unknown("cidrIpv4")))
                .containsExactly("rule: cidrIpv4 is not known before the deployment");
    }

    @Test
    void doesNotWaitForWhomAPortIsOpenThatNobodyMinds() {
        assertThat(rule.undecided(standalone(ingress("tcp", 443, 443)).unknown("cidrIpv4")))
                .isEmpty();
    }

    @Test
    void findsAnOpenPortBesideOneThatIsNotKnown() {
        var unknown = new Value.Unknown();
        var group = TestResource.of(SecurityGroup.class, "group")
                .with(
                        "ingress",
                        List.of(
                                Map.of("protocol", "tcp", "fromPort", 22, "toPort", 22, "cidrBlocks", unknown),
                                Map.of(
                                        "protocol",
                                        "tcp",
                                        "fromPort",
                                        3389,
                                        "toPort",
                                        3389,
                                        "cidrBlocks",
                                        List.of(ANYWHERE))));

        assertThat(rule.violations(group)).containsExactly("group is open to the internet on port 3389");
    }

    @Test
    void asksForThePortsThatAreConfigured() {
        PolicyTest other = rule.configured("ports", List.of(5985));

        assertThat(other.violations(
                        standalone(ingress("tcp", 22, 22).cidrIpv4(ANYWHERE)),
                        standalone(ingress("tcp", 5985, 5985).cidrIpv4(ANYWHERE))))
                .containsExactly("rule is open to the internet on port 5985");
    }

    private static SecurityGroupIngressRuleArgs.Builder ingress(String protocol, int first, int last) {
        return SecurityGroupIngressRuleArgs.builder()
                .securityGroupId("sg-1")
                .ipProtocol(protocol)
                .fromPort(first)
                .toPort(last);
    }

    private static TestResource standalone(SecurityGroupIngressRuleArgs.Builder args) {
        return TestResource.of(SecurityGroupIngressRule.class, "rule", args.build());
    }

    private static TestResource old(String direction, String block) {
        return TestResource.of(
                SecurityGroupRule.class,
                "old",
                SecurityGroupRuleArgs.builder()
                        .securityGroupId("sg-1")
                        .type(direction)
                        .protocol("tcp")
                        .fromPort(22)
                        .toPort(22)
                        .cidrBlocks(block)
                        .build());
    }

    private static SecurityGroupIngressArgs.Builder inside(String protocol, int first, int last) {
        return SecurityGroupIngressArgs.builder()
                .protocol(protocol)
                .fromPort(first)
                .toPort(last);
    }

    private static TestResource inline(SecurityGroupIngressArgs.Builder ingress) {
        return TestResource.of(
                SecurityGroup.class,
                "group",
                SecurityGroupArgs.builder().ingress(ingress.build()).build());
    }
}
