package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SgPublicPortsAllowListTest {
    private final PolicyTest rule = PolicyTest.of(new SgPublicPortsAllowList());

    @Test
    void acceptsThePortsOfTheWeb() {
        assertThat(rule.violations(open(80, 80), open(443, 443))).isEmpty();
    }

    @Test
    void rejectsAnyOtherPort() {
        assertThat(rule.violations(open(8080, 8080)))
                .containsExactly("rule is open to the internet on port 8080; only ports 80, 443 may be");
    }

    @Test
    void leavesPortsOfAdministrationAndOfDatabasesToTheirRules() {
        assertThat(rule.violations(open(22, 22), open(3389, 3389), open(5432, 5432), open(0, 65535)))
                .isEmpty();
    }

    @Test
    void rejectsWhatIsLeftOfARange() {
        assertThat(rule.violations(open(20, 80)))
                .containsExactly("rule is open to the internet on ports 20-21, 23-79; only ports 80, 443 may be");
    }

    @Test
    void acceptsAnyPortForKnownPeers() {
        assertThat(rule.violations(open(8080, 8080).with("cidrIpv4", "10.0.0.0/8")))
                .isEmpty();
    }

    @Test
    void waitsForWhomAPortIsOpen() {
        assertThat(rule.undecided(
                        open(8080, 8080).unknown("cidrIpv4"), open(443, 443).unknown("cidrIpv4")))
                .containsExactly("rule: cidrIpv4 is not known before the deployment");
    }

    @Test
    void allowsThePortsThatAreConfigured() {
        assertThat(rule.configured("allowed", List.of(8080)).violations(open(443, 443), open(8080, 8080)))
                .containsExactly("rule is open to the internet on port 443; only port 8080 may be");
    }

    @Test
    void judgesEveryPortWhereNoOtherRuleDoes() {
        assertThat(rule.configured("judgedElsewhere", List.of()).violations(open(22, 22)))
                .hasSize(1);
    }

    private static TestResource open(int first, int last) {
        return TestResource.of(
                SecurityGroupIngressRule.class,
                "rule",
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId("sg-1")
                        .ipProtocol("tcp")
                        .fromPort(first)
                        .toPort(last)
                        .cidrIpv4("0.0.0.0/0")
                        .build());
    }
}
