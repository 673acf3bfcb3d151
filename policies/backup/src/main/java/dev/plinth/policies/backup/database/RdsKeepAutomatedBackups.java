package dev.plinth.policies.backup.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The backups of a deleted database stay for as long as they would have stayed without the deletion. */
final class RdsKeepAutomatedBackups implements RemediatingRule {
    private static final Property<Boolean> DELETED = Databases.ALL.flag("deleteAutomatedBackups");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-keep-automated-backups", Databases.ALL, "The backups of a deleted database are kept")
                .severity(Severity.MEDIUM)
                .why("The last snapshot may hold the damage already; only the backups lead to the second before it.")
                .cure("set deleteAutomatedBackups to false");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, which has the backups");
        }
        return Judgement.violatedIf(
                isDeleted(database),
                "takes its backups along when it is deleted, as deleteAutomatedBackups is not false");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        boolean kept = Databases.isReplica(database) || !isDeleted(database);
        return kept ? Patch.NONE : Patch.put(DELETED, false);
    }

    private static boolean isDeleted(Resource database) {
        return database.get(DELETED).orElse(true);
    }
}
