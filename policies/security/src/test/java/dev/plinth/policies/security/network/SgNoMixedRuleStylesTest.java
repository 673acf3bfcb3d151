package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SgNoMixedRuleStylesTest {
    private static final String FOUND =
            "group has some of its ingress rules inside it and others as resources of their own";

    private final PolicyTest rule = PolicyTest.of(new SgNoMixedRuleStyles());
    private final TestResource empty =
            TestResource.of(SecurityGroup.class, "group").with("id", "sg-1");
    private final TestResource inline = empty.with("ingress", List.of(inside(443, "10.0.0.0/8")));

    @Test
    void acceptsEitherStyle() {
        assertThat(rule.violations(inline)).isEmpty();
        assertThat(rule.violations(empty, standalone(443, "10.0.0.0/8"))).isEmpty();
    }

    @Test
    void rejectsBothAtOnce() {
        assertThat(rule.violations(inline, standalone(8443, "10.0.0.0/8"))).containsExactly(FOUND);
        assertThat(rule.violations(inline, standalone(443, "192.168.0.0/16"))).containsExactly(FOUND);
    }

    @Test
    void followsTheDependencyWhereTheIdIsNotKnown() {
        assertThat(rule.violations(inline, standalone(8443, "10.0.0.0/8").from("securityGroupId", inline)))
                .containsExactly(FOUND);
    }

    @Test
    void knowsTheOldRuleInItsDirectionOnly() {
        var old = TestResource.of(SecurityGroupRule.class, "old")
                .with("securityGroupId", "sg-1")
                .with("protocol", "tcp")
                .with("fromPort", 8443)
                .with("toPort", 8443)
                .with("cidrBlocks", List.of("10.0.0.0/8"));

        assertThat(rule.violations(inline, old.with("type", "ingress"))).containsExactly(FOUND);
        assertThat(rule.violations(inline, old.with("type", "egress"))).isEmpty();
    }

    @Test
    void acceptsAGroupThatShowsItsStandaloneRulesAsAwsDoes() {
        assertThat(rule.violations(inline, standalone(443, "10.0.0.0/8"), standalone(8443, "10.0.0.0/8")))
                .isEmpty();
    }

    @Test
    void acceptsStandaloneRulesOfAnotherGroup() {
        assertThat(rule.violations(inline, standalone(8443, "10.0.0.0/8").with("securityGroupId", "sg-2")))
                .isEmpty();
    }

    @Test
    void takesUnknownRulesInsideForThoseOfAws() {
        var unknown = empty.unknown("ingress").unknown("egress");

        assertThat(rule.violations(unknown, standalone(443, "10.0.0.0/8"))).isEmpty();
        assertThat(rule.undecided(unknown, standalone(443, "10.0.0.0/8"))).isEmpty();
    }

    @Test
    void waitsForTheGroupOfARuleWhereItMatters() {
        assertThat(rule.undecided(inline, standalone(443, "10.0.0.0/8").unknown("securityGroupId")))
                .containsExactly("group: securityGroupId of rule is not known before the deployment");
    }

    private static Map<String, Object> inside(int port, String block) {
        return Map.of("protocol", "tcp", "fromPort", port, "toPort", port, "cidrBlocks", List.of(block));
    }

    private static TestResource standalone(int port, String block) {
        return TestResource.of(
                SecurityGroupIngressRule.class,
                "rule",
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId("sg-1")
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .cidrIpv4(block)
                        .build());
    }
}
