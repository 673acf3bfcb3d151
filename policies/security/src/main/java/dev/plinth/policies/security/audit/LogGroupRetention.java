package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudwatch.LogGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Logs are kept long enough to look into what is noticed late, and not for ever. */
final class LogGroupRetention implements ResourceRule {
    record Limits(
            @Described(value = "days that logs are kept for at least", min = 1)
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(365));
    private static final ResourceTypes GROUPS = ResourceTypes.of(LogGroup.class);
    private static final Property<Integer> DAYS = GROUPS.integer("retentionInDays");
    private static final Property<String> STORAGE = GROUPS.text("logGroupClass");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("log-group-retention", GROUPS, "Logs are kept for a year, and not for ever")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("CloudWatch.16"),
                        CHECKOV.control("CKV_AWS_66"),
                        CHECKOV.control("CKV_AWS_338"))
                .why("Intruders are found after months, when short logs are gone; endless ones cost more each month"
                        + " and keep what should have been forgotten.")
                .cure("set retentionInDays to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource group, Context context) {
        if (group.get(STORAGE).orElse("").equals("DELIVERY")) {
            return Judgement.notApplicable("leaves logs alone that only pass through: AWS keeps them for two days");
        }
        int days = group.get(DAYS).orElse(0);
        if (days == 0) {
            return Judgement.violated("keeps its logs for ever, as retentionInDays is not set");
        }
        int needed = context.get(LIMITS).daysMin();
        return Judgement.violatedIf(days < needed, "keeps its logs for %d days, needs %d".formatted(days, needed));
    }
}
