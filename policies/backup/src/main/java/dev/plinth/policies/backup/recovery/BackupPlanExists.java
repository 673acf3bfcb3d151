package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.Selection;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A stack with data has a backup plan, and says what the plan backs up. */
final class BackupPlanExists implements StackRule {
    private static final ResourceTypes PLANS = ResourceTypes.of(Plan.class);
    static final ResourceTypes SELECTIONS = ResourceTypes.of(Selection.class);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-plan-exists", BackedUp.STACK, "A stack with data has a backup plan")
                .severity(Severity.HIGH)
                .why("A service's own backups are deleted with it; only those in a vault outlive a mistake.")
                .cure("add an aws.backup Plan, and a Selection that says by tag or ARN what it backs up");
    }

    @Override
    public Judgement check(Resource root, Stack stack, Context context) {
        return BackedUp.judge(stack, () -> {
            if (stack.all(PLANS).isEmpty()) {
                return Judgement.violated("has no backup plan for its databases, disks and file systems");
            }
            return Judgement.violatedIf(
                    stack.all(SELECTIONS).isEmpty(), "has a backup plan that backs up nothing, as it has no selection");
        });
    }
}
