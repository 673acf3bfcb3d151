package dev.plinth.policies.backup.recovery;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** Every database, disk and file system is one that a backup plan backs up. */
final class BackupCoversResource implements StackRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-covers-resource", BackedUp.TYPES, "What holds data is in a backup plan")
                .controls(
                        AWS_FSBP.control("RDS.26"),
                        AWS_FSBP.control("EC2.28"),
                        AWS_FSBP.control("EFS.2"),
                        CHECKOV.control("CKV2_AWS_8"),
                        CHECKOV.control("CKV2_AWS_9"),
                        CHECKOV.control("CKV2_AWS_18"))
                .why("A plan that chooses by tag leaves out, without a word, what was never tagged.")
                .cure("give it the tag that a selection of the plan asks for, or name its ARN in a selection");
    }

    @Override
    public Judgement check(Resource resource, Stack stack, Context context) {
        if (BackedUp.isReplica(resource)) {
            return Judgement.notApplicable("leaves a replica to its source, which it is a copy of");
        }
        List<Resource> selections = stack.all(BackupPlanExists.SELECTIONS);
        if (selections.isEmpty()) {
            return Judgement.notApplicable("has no selection to ask, as backup-plan-exists says");
        }
        boolean covered = selections.stream().anyMatch(selection -> BackupSelection.covers(selection, resource, stack));
        return Judgement.violatedIf(!covered, "is in no backup plan: no selection names its ARN or one of its tags");
    }
}
