package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class WafMetricsTest {
    private final PolicyTest rule = PolicyTest.of(new WafMetrics());

    @Test
    void acceptsMetricsEverywhere() {
        assertThat(rule.violations(acl(true, named("rate", true)))).isEmpty();
    }

    @Test
    void rejectsAnAclWithoutMetrics() {
        assertThat(rule.violations(acl(false, named("rate", true)))).containsExactly("acl has no metrics of its own");
    }

    @Test
    void rejectsARuleWithoutMetrics() {
        assertThat(rule.violations(acl(true, named("rate", true), named("body", false))))
                .containsExactly("acl has no metrics of its rule body");
    }

    @Test
    void tellsOfTheAclWhileItsRulesAreNotKnown() {
        assertThat(rule.violations(acl(false).unknown("rules"))).hasSize(1);
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(acl(true).unknown("visibilityConfig")))
                .containsExactly("acl: visibilityConfig is not known before the deployment");
    }

    @Test
    void turnsMetricsOnEverywhere() {
        TestResource remedied = rule.remedied(acl(false, named("rate", true), named("body", false)));

        assertThat(remedied.resource())
                .isEqualTo(acl(true, named("rate", true), named("body", true)).resource());
        assertThat(rule.remedied(remedied).resource()).isEqualTo(remedied.resource());
    }

    private static TestResource acl(boolean counted, WebAclRuleArgs... rules) {
        return TestResource.of(
                WebAcl.class,
                "acl",
                WebAclArgs.builder()
                        .scope("REGIONAL")
                        .defaultAction(WebAclDefaultActionArgs.builder().build())
                        .visibilityConfig(WebAclVisibilityConfigArgs.builder()
                                .cloudwatchMetricsEnabled(counted)
                                .metricName("acl")
                                .sampledRequestsEnabled(true)
                                .build())
                        .rules(rules)
                        .build());
    }

    private static WebAclRuleArgs named(String name, boolean counted) {
        return WebAclRuleArgs.builder()
                .name(name)
                .priority(0)
                .statement(WebAclRuleStatementArgs.builder().build())
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(counted)
                        .metricName(name)
                        .sampledRequestsEnabled(true)
                        .build())
                .build();
    }
}
