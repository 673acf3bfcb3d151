package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingSelection;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** Backups are restored by schedule, so that it is known that they can be. */
final class BackupRestoreTest implements StackRule {
    private static final ResourceTypes TESTS = ResourceTypes.of(RestoreTestingPlan.class);
    private static final ResourceTypes TESTED = ResourceTypes.of(RestoreTestingSelection.class);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-restore-test", BackedUp.STACK, "Backups are restored by schedule")
                .why("A backup that was never restored is a hope: keys, permissions and formats go wrong unnoticed.")
                .cure("add a RestoreTestingPlan and a RestoreTestingSelection for what is backed up");
    }

    @Override
    public Judgement check(Resource root, Stack stack, Context context) {
        return BackedUp.judge(stack, () -> judge(stack));
    }

    private static Judgement judge(Stack stack) {
        boolean tested = !stack.all(TESTS).isEmpty() && !stack.all(TESTED).isEmpty();
        return Judgement.violatedIf(
                !tested,
                "has backups that nobody tries to restore, as no restore testing plan" + " with a selection is there");
    }
}
