package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Plan;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import java.util.List;

/** A backup plan says itself when it makes backups. */
final class BackupPlanSchedule implements ResourceRule {
    private static final ResourceTypes PLANS = ResourceTypes.of(Plan.class);
    private static final ObjectProperty<List<Properties>> RULES = PLANS.objects("rules");
    private static final Property<String> NAME = RULES.fields().text("ruleName");
    private static final Property<String> SCHEDULE = RULES.fields().text("schedule");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-plan-schedule", PLANS, "A backup plan says when it makes backups")
                .why("Without a schedule, backups are made when AWS chooses, which nobody has held against the recovery"
                        + " point that was promised.")
                .cure("give each rule a schedule, such as cron(0 3 * * ? *), in UTC");
    }

    @Override
    public Judgement check(Resource plan, Context context) {
        return plan.each(
                RULES,
                rule -> Judgement.violatedIf(
                        !rule.has(SCHEDULE),
                        "has no schedule in rule %s".formatted(rule.get(NAME).orElse("?"))));
    }
}
