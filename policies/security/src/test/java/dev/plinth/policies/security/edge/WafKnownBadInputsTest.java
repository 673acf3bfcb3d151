package dev.plinth.policies.security.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class WafKnownBadInputsTest {
    private static final String GROUP = "AWSManagedRulesKnownBadInputsRuleSet";
    private static final String LACKING =
            "acl lets known bad inputs through, as no rule has AWSManagedRulesKnownBadInputsRuleSet";
    private static final String COUNTING = "acl only counts known bad inputs instead of stopping them";

    private final PolicyTest rule = PolicyTest.of(new WafKnownBadInputs());

    @Test
    void acceptsTheGroup() {
        assertThat(rule.violations(acl(stops(GROUP)))).isEmpty();
        assertThat(rule.violations(acl(counts("AWSManagedRulesCommonRuleSet"), stops(GROUP))))
                .isEmpty();
    }

    @Test
    void rejectsAnAclWithoutIt() {
        assertThat(rule.violations(acl(stops("AWSManagedRulesCommonRuleSet")))).containsExactly(LACKING);
    }

    @Test
    void rejectsAnAclThatOnlyCounts() {
        assertThat(rule.violations(acl(counts(GROUP)))).containsExactly(COUNTING);
    }

    @Test
    void readsRulesThatAreJson() {
        assertThat(rule.violations(json("\"None\""))).isEmpty();
        assertThat(rule.violations(json("\"Count\""))).containsExactly(COUNTING);
        assertThat(rule.violations(TestResource.of(WebAcl.class, "acl").with("ruleJson", "[{}]")))
                .containsExactly(LACKING);
    }

    @Test
    void leavesAnAclWithoutRulesToAnotherRule() {
        assertThat(rule.notApplicable(TestResource.of(WebAcl.class, "acl")))
                .containsExactly("leaves a web ACL without rules to another rule");
    }

    @Test
    void waitsForAnUnknownValue() {
        assertThat(rule.undecided(acl(stops(GROUP)).unknown("rules")))
                .containsExactly("acl: rules is not known before the deployment");
    }

    private static TestResource json(String override) {
        return TestResource.of(WebAcl.class, "acl").with("ruleJson", """
                        [{"Name": "bad", "OverrideAction": {%s: {}},
                          "Statement": {"ManagedRuleGroupStatement": {"VendorName": "AWS", "Name": "%s"}}}]
                        """.formatted(override, GROUP));
    }

    private static TestResource acl(WebAclRuleArgs... rules) {
        return TestResource.of(
                WebAcl.class,
                "acl",
                WebAclArgs.builder()
                        .scope("REGIONAL")
                        .defaultAction(WebAclDefaultActionArgs.builder().build())
                        .visibilityConfig(seen())
                        .rules(rules)
                        .build());
    }

    private static WebAclRuleArgs stops(String group) {
        return rule(
                group,
                WebAclRuleOverrideActionArgs.builder()
                        .none(WebAclRuleOverrideActionNoneArgs.builder().build()));
    }

    private static WebAclRuleArgs counts(String group) {
        return rule(
                group,
                WebAclRuleOverrideActionArgs.builder()
                        .count(WebAclRuleOverrideActionCountArgs.builder().build()));
    }

    private static WebAclRuleArgs rule(String group, WebAclRuleOverrideActionArgs.Builder override) {
        return WebAclRuleArgs.builder()
                .name(group)
                .priority(0)
                .overrideAction(override.build())
                .statement(WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                                .vendorName("AWS")
                                .name(group)
                                .build())
                        .build())
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(group)
                        .sampledRequestsEnabled(true)
                        .build())
                .build();
    }

    private static WebAclVisibilityConfigArgs seen() {
        return WebAclVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(true)
                .metricName("acl")
                .sampledRequestsEnabled(true)
                .build();
    }
}
