package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The key of a database's storage belongs to the account, which decides who uses it and can take it away. */
final class RdsCustomerKey implements ResourceRule {
    private static final Property<Boolean> ENCRYPTED = Databases.ALL.flag("storageEncrypted");
    private static final Property<String> KEY = Databases.ALL.text("kmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("rds-customer-key", Databases.ALL, "A database is encrypted with a key of one's own")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_327"))
                .why("The key that AWS takes otherwise has a policy that nobody can change, so a snapshot can neither"
                        + " be shared with another account nor be kept from somebody in this one.")
                .cure("set kmsKeyId to the ARN of a key of the account before the database is made");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, whose key it has");
        }
        if (!database.get(ENCRYPTED).orElse(false)) {
            return Judgement.notApplicable("leaves storage that is not encrypted to rds-storage-encrypted");
        }
        return Judgement.violatedIf(!database.has(KEY), "is encrypted with a key of AWS's, as kmsKeyId is not set");
    }
}
