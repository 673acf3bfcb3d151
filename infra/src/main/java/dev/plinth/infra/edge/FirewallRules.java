package dev.plinth.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import java.util.ArrayList;
import java.util.List;

/**
 * The firewall's rules in their order: what is cheap and certain first. Together they take about 1,200 of the 1,500
 * capacity units that AWS gives without being asked.
 */
final class FirewallRules {
    private static final ManagedRules REPUTATION =
            new ManagedRules(RuleSet.IP_REPUTATION, "AWSManagedRulesAmazonIpReputationList", List.of());
    private static final ManagedRules ANONYMOUS =
            new ManagedRules(RuleSet.ANONYMOUS_IP, "AWSManagedRulesAnonymousIpList", List.of());
    /** Its limit for bodies is 8 KB, and definitions are longer: {@link OwnRules} has one that fits the API. */
    private static final ManagedRules COMMON =
            new ManagedRules(RuleSet.COMMON, "AWSManagedRulesCommonRuleSet", List.of("SizeRestrictions_BODY"));

    private static final ManagedRules BAD_INPUTS =
            new ManagedRules(RuleSet.KNOWN_BAD_INPUTS, "AWSManagedRulesKnownBadInputsRuleSet", List.of());
    /** The definition of a metric is SQL: in bodies it is what the API is for. Its own queries bind all values. */
    private static final ManagedRules SQL = new ManagedRules(
            RuleSet.SQL_INJECTION, "AWSManagedRulesSQLiRuleSet", List.of("SQLi_BODY", "SQLiExtendedPatterns_BODY"));

    private FirewallRules() {}

    static List<WebAclRuleArgs> of(FirewallSpec spec) {
        var rules = new ArrayList<WebAclRuleArgs.Builder>();
        rules.add(OwnRules.apiRate(spec));
        rules.add(OwnRules.siteRate(spec));
        rules.add(OwnRules.body(spec));
        for (var managed : List.of(REPUTATION, ANONYMOUS, COMMON, BAD_INPUTS, SQL)) {
            rules.add(managed.rule(spec));
        }
        var ordered = new ArrayList<WebAclRuleArgs>();
        for (var rule : rules) {
            ordered.add(rule.priority(ordered.size()).build());
        }
        return List.copyOf(ordered);
    }

    /** A rule with its name, counted in CloudWatch and with examples of what it fitted. */
    static WebAclRuleArgs.Builder named(String name) {
        return WebAclRuleArgs.builder()
                .name(name)
                .visibilityConfig(WebAclRuleVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(name)
                        .sampledRequestsEnabled(true)
                        .build());
    }
}
