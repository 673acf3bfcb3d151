package dev.plinth.policies.security.network;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.SecurityGroupIngressArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class SgDescriptionTest {
    private final PolicyTest rule = PolicyTest.of(new SgDescription());
    private final TestResource group = TestResource.of(
            SecurityGroup.class,
            "group",
            SecurityGroupArgs.builder().description("The API's pods").build());
    private final TestResource egress = TestResource.of(SecurityGroupEgressRule.class, "rule");

    @Test
    void acceptsWhatSaysWhatItIsFor() {
        assertThat(rule.violations(group, egress.with("description", "To the cache"), withRule("From the proxy")))
                .isEmpty();
    }

    @Test
    void rejectsWhatSaysNothing() {
        assertThat(rule.violations(egress, group.with("description", "")))
                .containsExactly(
                        "rule does not say in a description what it is for",
                        "group does not say in a description what it is for");
    }

    @Test
    void rejectsWhatTheProviderFillsIn() {
        assertThat(rule.violations(group.with("description", "Managed by Pulumi")))
                .hasSize(1);
    }

    @Test
    void rejectsARuleInsideAGroup() {
        assertThat(rule.violations(withRule("")))
                .containsExactly("group has a rule that does not say in a description what it is for");
    }

    @Test
    void takesAnUnknownDescriptionForOne() {
        assertThat(rule.violations(group.unknown("description"))).isEmpty();
        assertThat(rule.undecided(group.unknown("description"))).isEmpty();
    }

    @Test
    void waitsForUnknownRules() {
        assertThat(rule.undecided(group.unknown("egress")))
                .containsExactly("group: egress is not known before the deployment");
    }

    private static TestResource withRule(String description) {
        var ingress = SecurityGroupIngressArgs.builder()
                .protocol("tcp")
                .fromPort(5432)
                .toPort(5432)
                .description(description)
                .build();
        return TestResource.of(
                SecurityGroup.class,
                "group",
                SecurityGroupArgs.builder()
                        .description("The database")
                        .ingress(ingress)
                        .build());
    }
}
