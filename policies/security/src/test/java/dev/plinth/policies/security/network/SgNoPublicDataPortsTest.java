package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SgNoPublicDataPortsTest {
    private final PolicyTest rule = PolicyTest.of(new SgNoPublicDataPorts());

    @Test
    void rejectsAnOpenDatabase() {
        assertThat(rule.violations(open(5432, 5432)))
                .containsExactly("rule is open to the internet on port 5432 of databases");
    }

    @Test
    void rejectsARangeThatHoldsSeveral() {
        assertThat(rule.violations(open(3306, 6379)))
                .containsExactly("rule is open to the internet on ports 3306, 5432, 6379 of databases");
    }

    @Test
    void leavesOtherPortsAndAllPortsToOtherRules() {
        assertThat(rule.violations(open(22, 22), open(8080, 8080), open(0, 65535)))
                .isEmpty();
    }

    @Test
    void acceptsADatabaseForAGroup() {
        assertThat(rule.violations(TestResource.of(
                        SecurityGroupIngressRule.class,
                        "rule",
                        ports(5432, 5432).referencedSecurityGroupId("sg-2").build())))
                .isEmpty();
    }

    @Test
    void waitsForAnUnknownPort() {
        assertThat(rule.undecided(open(5432, 5432).unknown("toPort")))
                .containsExactly("rule: toPort is not known before the deployment");
    }

    @Test
    void asksForThePortsThatAreConfigured() {
        assertThat(rule.configured("ports", List.of(9042)).violations(open(5432, 5432), open(9042, 9042)))
                .containsExactly("rule is open to the internet on port 9042 of databases");
    }

    private static TestResource open(int first, int last) {
        return TestResource.of(
                SecurityGroupIngressRule.class,
                "rule",
                ports(first, last).cidrIpv4("0.0.0.0/0").build());
    }

    private static SecurityGroupIngressRuleArgs.Builder ports(int first, int last) {
        return SecurityGroupIngressRuleArgs.builder()
                .securityGroupId("sg-1")
                .ipProtocol("tcp")
                .fromPort(first)
                .toPort(last);
    }
}
