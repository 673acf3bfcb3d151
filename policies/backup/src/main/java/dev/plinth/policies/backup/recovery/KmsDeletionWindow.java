package dev.plinth.policies.backup.recovery;

import static dev.plinth.policy.Framework.AWS_FSBP;

import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.ReplicaKey;
import dev.plinth.policy.Context;
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
    private static final RuleConfig<DeletionWindow> WINDOW = DeletionWindow.config(30);
    private static final ResourceTypes KEYS = ResourceTypes.of(Key.class, ReplicaKey.class);
    private static final Property<Integer> DAYS = KEYS.integer("deletionWindowInDays");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "kms-deletion-window", KEYS, "The deletion of a key can be taken back for long enough")
                .controls(AWS_FSBP.control("KMS.3"))
                .why("Backups, disks and secrets that a deleted key encrypts are lost for good, on the day it is gone.")
                .cure("leave deletionWindowInDays out, or set it to at least as many days as the rule asks for")
                .config(WINDOW);
    }

    @Override
    public Judgement check(Resource key, Context context) {
        return DeletionWindow.judge(key, DAYS, context, WINDOW);
    }

    @Override
    public Patch remedy(Resource key, Context context) {
        return DeletionWindow.remedy(key, DAYS, context, WINDOW);
    }
}
