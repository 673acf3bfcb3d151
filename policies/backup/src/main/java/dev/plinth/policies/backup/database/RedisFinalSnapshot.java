package dev.plinth.policies.backup.database;

import com.pulumi.aws.elasticache.ReplicationGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Deleting Redis leaves its last state behind. */
final class RedisFinalSnapshot implements ResourceRule {
    private static final ResourceTypes GROUPS = ResourceTypes.of(ReplicationGroup.class);
    private static final Property<String> IDENTIFIER = GROUPS.text("finalSnapshotIdentifier");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("redis-final-snapshot", GROUPS, "Redis leaves a snapshot behind when it is deleted")
                .severity(Severity.LOW)
                .why("The daily snapshots of a group go with the group; without a last one nothing is left.")
                .cure("give the last snapshot's name in finalSnapshotIdentifier");
    }

    @Override
    public Judgement check(Resource group, Context context) {
        return Judgement.violatedIf(
                !group.has(IDENTIFIER),
                "is gone with its data when it is deleted, as finalSnapshotIdentifier is not set");
    }
}
