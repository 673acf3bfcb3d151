package dev.plinth.policies.backup.recovery;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.ReplicaKey;
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

/** A key that is deleted by mistake can be had back for a month; what it encrypts goes with it. */
final class KmsDeletionWindow implements RemediatingRule {
    record Limits(
            @Described(value = "days in which a deletion can be taken back; AWS allows 7 to 30", min = 7, max = 30)
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(30));
    private static final ResourceTypes KEYS = ResourceTypes.of(Key.class, ReplicaKey.class);
    private static final Property<Integer> DAYS = KEYS.integer("deletionWindowInDays");

    /** What AWS takes where nothing is said: API reference of ScheduleKeyDeletion, PendingWindowInDays. */
    private static final int DAYS_DEFAULT = 30;

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "kms-deletion-window", KEYS, "The deletion of a key can be taken back for long enough")
                .controls(AWS_FSBP.control("KMS.3"))
                .why("Backups, disks and secrets that a deleted key encrypts are lost for good, on the day it is gone.")
                .cure("leave deletionWindowInDays out, or set it to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource key, Context context) {
        int days = days(key);
        int needed = context.get(LIMITS).daysMin();
        return Judgement.violatedIf(
                days < needed, "is gone %d days after its deletion, needs %d".formatted(days, needed));
    }

    @Override
    public Patch remedy(Resource key, Context context) {
        int needed = context.get(LIMITS).daysMin();
        return days(key) < needed ? Patch.put(DAYS, needed) : Patch.NONE;
    }

    private static int days(Resource key) {
        return key.get(DAYS).orElse(DAYS_DEFAULT);
    }
}
