package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.secretsmanager.Secret;
import dev.plinth.policy.Context;
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
    private static final RuleConfig<DeletionWindow> WINDOW = DeletionWindow.config(7);
    private static final ResourceTypes SECRETS = ResourceTypes.of(Secret.class);
    private static final Property<Integer> DAYS = SECRETS.integer("recoveryWindowInDays");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "secret-recovery-window", SECRETS, "The deletion of a secret can be taken back for long enough")
                .severity(Severity.HIGH)
                .why("A password that is gone locks everybody out of what it opens, at once and for good.")
                .cure("leave recoveryWindowInDays out, or set it to at least as many days as the rule asks for")
                .config(WINDOW);
    }

    @Override
    public Judgement check(Resource secret, Context context) {
        return DeletionWindow.judge(secret, DAYS, context, WINDOW);
    }

    @Override
    public Patch remedy(Resource secret, Context context) {
        return DeletionWindow.remedy(secret, DAYS, context, WINDOW);
    }
}
