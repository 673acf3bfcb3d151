package dev.plinth.policies.security.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database's disks and snapshots cannot be read without a key; it cannot be turned on later. */
final class RdsStorageEncrypted implements ResourceRule {
    private static final Property<Boolean> ENCRYPTED = Databases.ALL.flag("storageEncrypted");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-storage-encrypted", Databases.ALL, "A database encrypts its storage")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("RDS.3"),
                        AWS_FSBP.control("RDS.27"),
                        CIS_AWS.control("2.2.1"),
                        CHECKOV.control("CKV_AWS_16"),
                        TRIVY.control("AWS-0079"),
                        TRIVY.control("AWS-0080"))
                .why("Whoever gets hold of a disk, a snapshot or a backup reads the data.")
                .cure("set storageEncrypted to true; an existing database has to be restored from an encrypted copy of"
                        + " its snapshot");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, which it is encrypted as");
        }
        return Judgement.violatedIf(
                !database.get(ENCRYPTED).orElse(false), "stores its data unencrypted, as storageEncrypted is not true");
    }
}
