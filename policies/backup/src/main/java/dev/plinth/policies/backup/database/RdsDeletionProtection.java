package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** AWS itself refuses to delete a database, whoever asks, until somebody takes the protection away. */
final class RdsDeletionProtection implements RemediatingRule {
    private static final Property<Boolean> PROTECTED = Databases.ALL.flag("deletionProtection");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-deletion-protection", Databases.ALL, "A database is not deleted by one command")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("RDS.7"),
                        AWS_FSBP.control("RDS.8"),
                        CHECKOV.control("CKV_AWS_139"),
                        CHECKOV.control("CKV_AWS_293"),
                        TRIVY.control("AWS-0177"),
                        TRIVY.control("AWS-0343"))
                .why(
                        "A wrong destroy, or a click in the wrong window, ends the service for as long as a restore takes.")
                .cure("set deletionProtection to true");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, from which it is made anew");
        }
        return Judgement.violatedIf(
                !isProtected(database), "is deleted by one command, as deletionProtection is not true");
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        boolean kept = Databases.isReplica(database) || isProtected(database);
        return kept ? Patch.NONE : Patch.put(PROTECTED, true);
    }

    private static boolean isProtected(Resource database) {
        return database.get(PROTECTED).orElse(false);
    }
}
