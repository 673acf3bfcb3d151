package dev.plinth.infra.edge;

import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import java.util.List;

/**
 * A group of rules that AWS keeps up to date.
 *
 * @param countedOnly its rules that would stop what the API is for
 */
record ManagedRules(RuleSet set, String group, List<String> countedOnly) {

    ManagedRules {
        countedOnly = List.copyOf(countedOnly);
    }

    WebAclRuleArgs.Builder rule(FirewallSpec spec) {
        return FirewallRules.named(set.setting())
                .overrideAction(override(spec.mode(set)))
                .statement(WebAclRuleStatementArgs.builder()
                        .managedRuleGroupStatement(WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                                .vendorName("AWS")
                                .name(group)
                                .ruleActionOverrides(countedOnly.stream()
                                        .map(ManagedRules::counted)
                                        .toList())
                                .build())
                        .build());
    }

    private static WebAclRuleOverrideActionArgs override(FirewallSpec.Mode mode) {
        var override = WebAclRuleOverrideActionArgs.builder();
        return switch (mode) {
            case COUNT ->
                override.count(WebAclRuleOverrideActionCountArgs.builder().build())
                        .build();
            case BLOCK ->
                override.none(WebAclRuleOverrideActionNoneArgs.builder().build())
                        .build();
        };
    }

    private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs counted(String rule) {
        var count = WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs.builder();
        return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
                .name(rule)
                .actionToUse(WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                        .count(count.build())
                        .build())
                .build();
    }
}
