package dev.plinth.policies.example;

import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;

/** Logs are kept long enough to look back: a rule that also puts right what it finds. */
final class LogRetention implements RemediatingRule {
    /** What AWS takes for "for ever". */
    private static final int FOR_EVER = 0;

    record Limits(
            @Described(value = "days that logs are kept for at least", min = 1)
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(30));
    private static final ResourceTypes GROUPS = ResourceTypes.of(LogGroup.class);
    private static final Property<Integer> DAYS = GROUPS.integer("retentionInDays");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("log-retention", GROUPS, "Logs are kept for days, and not for ever")
                .why("Logs that are gone explain nothing; logs that stay for ever cost more each month.")
                .cure("set retentionInDays to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource group, Context context) {
        int days = group.get(DAYS).orElse(FOR_EVER);
        int needed = context.get(LIMITS).daysMin();
        return days == FOR_EVER
                ? Judgement.violated("keeps logs for ever")
                : Judgement.violatedIf(days < needed, "keeps logs for %d days, needs %d".formatted(days, needed));
    }

    @Override
    public Patch remedy(Resource group, Context context) {
        return check(group, context).violations().isEmpty()
                ? Patch.NONE
                : Patch.put(DAYS, context.get(LIMITS).daysMin());
    }
}
