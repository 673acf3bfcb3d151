package dev.plinth.policies.backup.recovery;

import com.fasterxml.jackson.databind.JsonNode;
import com.pulumi.aws.backup.VaultNotifications;
import com.pulumi.aws.cloudwatch.EventRule;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** Somebody is told of a backup that fails. */
final class BackupFailureNotice implements StackRule {
    private static final ResourceTypes NOTIFICATIONS = ResourceTypes.of(VaultNotifications.class);
    private static final ResourceTypes EVENTS = ResourceTypes.of(EventRule.class);
    private static final Property<JsonNode> PATTERN = EVENTS.json("eventPattern");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-failure-notice", BackedUp.STACK, "Failed backups are told of")
                .why("A plan that fails every night looks like one that works, until a restore is needed.")
                .cure("add an EventBridge rule for the source aws.backup with a target that people read, or"
                        + " VaultNotifications for failed jobs");
    }

    @Override
    public Judgement check(Resource root, Stack stack, Context context) {
        return BackedUp.judge(stack, () -> judge(stack));
    }

    private static Judgement judge(Stack stack) {
        boolean told = !stack.all(NOTIFICATIONS).isEmpty()
                || stack.all(EVENTS).stream().anyMatch(BackupFailureNotice::isAboutBackups);
        return Judgement.violatedIf(
                !told, "backs up in silence: neither VaultNotifications nor a rule for aws.backup is there");
    }

    private static boolean isAboutBackups(Resource events) {
        return events.get(PATTERN)
                .map(pattern -> pattern.path("source").toString().contains("\"aws.backup\""))
                .orElse(false);
    }
}
