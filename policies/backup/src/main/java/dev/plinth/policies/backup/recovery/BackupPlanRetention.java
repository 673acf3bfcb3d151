package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Plan;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Every rhythm of a backup plan keeps what it makes for long enough. */
final class BackupPlanRetention implements RemediatingRule {
    record Limits(
            @Described(value = "days that a backup is kept for at least", min = 1)
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(35));
    private static final ResourceTypes PLANS = ResourceTypes.of(Plan.class);
    private static final ObjectProperty<List<Properties>> RULES = PLANS.objects("rules");
    private static final Property<String> NAME = RULES.fields().text("ruleName");
    private static final ObjectProperty<Properties> LIFECYCLE = RULES.fields().object("lifecycle");
    private static final Property<Integer> DAYS = LIFECYCLE.fields().integer("deleteAfter");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-plan-retention", PLANS, "A backup plan keeps its backups for long enough")
                .severity(Severity.HIGH)
                .why(
                        "What was deleted or broken unnoticed can be had back only as long as a backup from before is kept.")
                .cure("set lifecycle.deleteAfter of each rule to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource plan, Context context) {
        int needed = context.get(LIMITS).daysMin();
        return plan.each(
                RULES,
                rule -> Judgement.violatedIf(
                        days(rule) < needed,
                        "keeps backups of rule %s for %d days, needs %d"
                                .formatted(rule.get(NAME).orElse("?"), days(rule), needed)));
    }

    @Override
    public Patch remedy(Resource plan, Context context) {
        int needed = context.get(LIMITS).daysMin();
        return Patch.insideEach(
                plan.properties(),
                RULES,
                rule -> days(rule) < needed ? Patch.inside(LIFECYCLE, Patch.put(DAYS, needed)) : Patch.NONE);
    }

    /** AWS Backup never deletes a backup of which nothing is said. */
    private static int days(Properties rule) {
        return rule.get(LIFECYCLE)
                .flatMap(lifecycle -> lifecycle.get(DAYS))
                .filter(days -> days > 0)
                .orElse(Integer.MAX_VALUE);
    }
}
