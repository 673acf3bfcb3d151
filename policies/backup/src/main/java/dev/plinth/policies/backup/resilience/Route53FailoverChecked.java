package dev.plinth.policies.backup.resilience;

import com.pulumi.aws.route53.Record;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A name that should lead elsewhere when a place is lost does so, because somebody checks the place. */
final class Route53FailoverChecked implements ResourceRule {
    private static final ResourceTypes RECORDS = ResourceTypes.of(Record.class);
    private static final ObjectProperty<List<Properties>> FAILOVER = RECORDS.objects("failoverRoutingPolicies");
    private static final Property<String> ROLE = FAILOVER.fields().text("type");
    private static final Property<String> HEALTH_CHECK = RECORDS.text("healthCheckId");
    private static final ObjectProperty<List<Properties>> ALIASES = RECORDS.objects("aliases");
    private static final Property<Boolean> EVALUATED = ALIASES.fields().flag("evaluateTargetHealth");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "route53-failover-checked", RECORDS, "The primary record of a failover pair has a health check")
                .severity(Severity.MEDIUM)
                .why("Without a check, Route 53 takes the first place to be well for ever, and the second is never"
                        + " asked.")
                .cure("give a healthCheckId, or set evaluateTargetHealth of the alias to true");
    }

    @Override
    public Judgement check(Resource record, Context context) {
        boolean primary = record.get(FAILOVER).orElse(List.of()).stream()
                .anyMatch(policy -> policy.get(ROLE).orElse("").equals("PRIMARY"));
        if (!primary) {
            return Judgement.notApplicable("is about the primary records of failover pairs");
        }
        boolean checked = record.has(HEALTH_CHECK)
                || record.get(ALIASES).orElse(List.of()).stream()
                        .anyMatch(alias -> alias.get(EVALUATED).orElse(false));
        return Judgement.violatedIf(!checked, "never gives way to its secondary, as nothing checks its health");
    }
}
