package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;

/** A web ACL and each of its rules count what they do, so that alarms can watch it. */
final class WafMetrics implements RemediatingRule {
    private static final ObjectProperty<Properties> SEEN = WafRules.ACLS.object("visibilityConfig");
    private static final Property<Boolean> COUNTED = SEEN.fields().flag("cloudwatchMetricsEnabled");
    private static final ObjectProperty<Properties> RULE_SEEN =
            WafRules.RULES.fields().object("visibilityConfig");
    private static final Property<Boolean> RULE_COUNTED = RULE_SEEN.fields().flag("cloudwatchMetricsEnabled");
    private static final Property<String> RULE_NAME = WafRules.RULES.fields().text("name");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("waf-metrics", WafRules.ACLS, "A web ACL and its rules have metrics")
                .controls(AWS_FSBP.control("WAF.12"))
                .why("Nobody notices an attack, or a rule that stops the wrong requests.")
                .cure("set visibilityConfig.cloudwatchMetricsEnabled to true, of the web ACL and of each rule");
    }

    @Override
    public Judgement check(Resource acl, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(isOff(acl.properties(), SEEN, COUNTED), "has no metrics of its own"),
                () -> acl.each(WafRules.RULES, WafMetrics::check));
    }

    private static Judgement check(Properties rule) {
        return Judgement.violatedIf(
                isOff(rule, RULE_SEEN, RULE_COUNTED),
                "has no metrics of its rule " + rule.get(RULE_NAME).orElse("without a name"));
    }

    @Override
    public Patch remedy(Resource acl, Context context) {
        Patch whole =
                isOff(acl.properties(), SEEN, COUNTED) ? Patch.inside(SEEN, Patch.put(COUNTED, true)) : Patch.NONE;
        return whole.and(Patch.insideEach(acl.properties(), WafRules.RULES, WafMetrics::remedy));
    }

    private static Patch remedy(Properties rule) {
        return isOff(rule, RULE_SEEN, RULE_COUNTED)
                ? Patch.inside(RULE_SEEN, Patch.put(RULE_COUNTED, true))
                : Patch.NONE;
    }

    private static boolean isOff(Properties owner, ObjectProperty<Properties> seen, Property<Boolean> counted) {
        // Without a visibilityConfig there is no web ACL: the provider refuses it.
        return owner.get(seen)
                .flatMap(config -> config.get(counted))
                .filter(on -> !on)
                .isPresent();
    }
}
