package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.secretsmanager.Secret;
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
import dev.plinth.policy.Severity;

/** A secret that is deleted by mistake can be had back. */
final class SecretRecoveryWindow implements RemediatingRule {
    record Limits(
            @Described(value = "days in which a deletion can be taken back; AWS allows 7 to 30", min = 7, max = 30)
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));
    private static final ResourceTypes SECRETS = ResourceTypes.of(Secret.class);
    private static final Property<Integer> DAYS = SECRETS.integer("recoveryWindowInDays");

    /** What AWS takes where nothing is said: API reference of DeleteSecret, RecoveryWindowInDays. */
    private static final int DAYS_DEFAULT = 30;

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "secret-recovery-window", SECRETS, "The deletion of a secret can be taken back for long enough")
                .severity(Severity.HIGH)
                .why("A password that is gone locks everybody out of what it opens, at once and for good.")
                .cure("leave recoveryWindowInDays out, or set it to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource secret, Context context) {
        int days = days(secret);
        int needed = context.get(LIMITS).daysMin();
        return Judgement.violatedIf(
                days < needed, "is gone %d days after its deletion, needs %d".formatted(days, needed));
    }

    @Override
    public Patch remedy(Resource secret, Context context) {
        int needed = context.get(LIMITS).daysMin();
        return days(secret) < needed ? Patch.put(DAYS, needed) : Patch.NONE;
    }

    private static int days(Resource secret) {
        return secret.get(DAYS).orElse(DAYS_DEFAULT);
    }
}
