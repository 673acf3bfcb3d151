package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.CHECKOV;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A web ACL stops requests that are known to exploit holes, such as Log4j's. */
final class WafKnownBadInputs implements ResourceRule {
    private static final String GROUP = "AWSManagedRulesKnownBadInputsRuleSet";

    private static final ObjectProperty<Properties> STATEMENT =
            WafRules.RULES.fields().object("statement");
    private static final ObjectProperty<Properties> MANAGED = STATEMENT.fields().object("managedRuleGroupStatement");
    private static final Property<String> NAME = MANAGED.fields().text("name");
    private static final ObjectProperty<Properties> OVERRIDE =
            WafRules.RULES.fields().object("overrideAction");
    private static final ObjectProperty<Properties> COUNT = OVERRIDE.fields().object("count");

    /**
     * What it needs to know of a rule.
     *
     * @param counts whether it lets through what it has found
     */
    private record ManagedGroup(String name, boolean counts) {}

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("waf-known-bad-inputs", WafRules.ACLS, "A web ACL stops known bad inputs")
                .controls(
                        CHECKOV.control("CKV_AWS_192"), CHECKOV.control("CKV2_AWS_47"), CHECKOV.control("CKV2_AWS_76"))
                .why("Requests that exploit well-known holes are tried on every address within days.")
                .cure("add a rule with the managedRuleGroupStatement " + GROUP + " and the overrideAction none");
    }

    @Override
    public Judgement check(Resource acl, Context context) {
        if (!acl.has(WafRules.RULES) && !acl.has(WafRules.JSON)) {
            return Judgement.notApplicable("leaves a web ACL without rules to another rule");
        }
        List<ManagedGroup> groups =
                groups(acl).filter(group -> group.name().equals(GROUP)).toList();
        if (groups.isEmpty()) {
            return Judgement.violated("lets known bad inputs through, as no rule has " + GROUP);
        }
        return Judgement.violatedIf(
                groups.stream().allMatch(ManagedGroup::counts),
                "only counts known bad inputs instead of stopping them");
    }

    private static Stream<ManagedGroup> groups(Resource acl) {
        if (acl.has(WafRules.JSON)) {
            return acl.get(WafRules.JSON).stream()
                    .flatMap(rules -> StreamSupport.stream(rules.spliterator(), false))
                    .map(WafKnownBadInputs::group);
        }
        return acl.get(WafRules.RULES).orElse(List.of()).stream().map(WafKnownBadInputs::group);
    }

    private static ManagedGroup group(JsonNode rule) {
        return new ManagedGroup(
                rule.at("/Statement/ManagedRuleGroupStatement/Name").asText(),
                rule.path("OverrideAction").has("Count"));
    }

    private static ManagedGroup group(Properties rule) {
        String name = rule.get(STATEMENT)
                .flatMap(statement -> statement.get(MANAGED))
                .flatMap(managed -> managed.get(NAME))
                .orElse("");
        boolean counts =
                rule.get(OVERRIDE).filter(override -> override.has(COUNT)).isPresent();
        return new ManagedGroup(name, counts);
    }
}
