package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A snapshot carries the tags of its database, so that whoever finds it knows whose it is and how long to keep it. */
final class RdsCopyTags implements RemediatingRule {
    private static final Property<Boolean> COPIED = Databases.ALL.flag("copyTagsToSnapshot");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("rds-copy-tags", Databases.ALL, "A snapshot carries the tags of its database")
                .severity(Severity.LOW)
                .controls(
                        AWS_FSBP.control("RDS.16"),
                        AWS_FSBP.control("RDS.17"),
                        CHECKOV.control("CKV2_AWS_60"),
                        CHECKOV.control("CKV_AWS_313"))
                .why("A snapshot without tags has no owner, no cost centre, and no rule of access that goes by tags.")
                .cure("set copyTagsToSnapshot to true");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        return Judgement.violatedIf(
                !isCopied(database), "leaves its snapshots without its tags, as copyTagsToSnapshot is not true");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        return isCopied(database) ? Patch.NONE : Patch.put(COPIED, true);
    }

    private static boolean isCopied(Resource database) {
        return database.get(COPIED).orElse(false);
    }
}
