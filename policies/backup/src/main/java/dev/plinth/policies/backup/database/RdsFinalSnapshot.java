package dev.plinth.policies.backup.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Deleting a database leaves its last state behind, wanted or not. */
final class RdsFinalSnapshot implements ResourceRule {
    private static final Property<Boolean> SKIPPED = Databases.ALL.flag("skipFinalSnapshot");
    private static final Property<String> IDENTIFIER = Databases.ALL.text("finalSnapshotIdentifier");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-final-snapshot", Databases.ALL, "A database leaves a snapshot behind when it is deleted")
                .severity(Severity.HIGH)
                .why("Without it, one wrong delete takes the data along for good.")
                .cure("leave skipFinalSnapshot false and give the snapshot's name in finalSnapshotIdentifier");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source: AWS makes no last snapshot of it");
        }
        if (database.get(SKIPPED).orElse(false)) {
            return Judgement.violated("is gone with its data when it is deleted, as skipFinalSnapshot is true");
        }
        return Judgement.violatedIf(
                !database.has(IDENTIFIER),
                "cannot be deleted, as its last snapshot has no name in finalSnapshotIdentifier");
    }
}
