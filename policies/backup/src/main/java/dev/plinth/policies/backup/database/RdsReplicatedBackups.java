package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.rds.InstanceAutomatedBackupsReplication;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** The backups of a database that matters are in a second region too, so that a lost region is not lost data. */
final class RdsReplicatedBackups implements StackRule {
    private static final Property<String> ARN = Databases.INSTANCES.text("arn");
    private static final Property<Integer> DAYS = Databases.INSTANCES.integer("backupRetentionPeriod");
    private static final ResourceTypes COPIES = ResourceTypes.of(InstanceAutomatedBackupsReplication.class);
    private static final Property<String> SOURCE_ARN = COPIES.text("sourceDbInstanceArn");
    private static final Property<String> KEY = COPIES.text("kmsKeyId");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-replicated-backups",
                        Databases.INSTANCES,
                        "A database's backups are in a second region too")
                .severity(Severity.MEDIUM)
                .controls(CHECKOV.control("CKV_AWS_245"))
                .why("A region that fails, or an account's data there that somebody deletes, takes the backups along.")
                .cure("add an InstanceAutomatedBackupsReplication with the database's ARN and a kmsKeyId of its region")
                .config(Tier.CONFIG);
    }

    @Override
    public Judgement check(Resource instance, Stack stack, Context context) {
        if (Databases.isReplica(instance)) {
            return Judgement.notApplicable("is about primaries");
        }
        if (!context.get(Tier.CONFIG).includes(instance)) {
            return Judgement.notApplicable("is about databases that carry the configured tag");
        }
        if (!instance.isUnknown(DAYS) && instance.get(DAYS).orElse(0) == 0) {
            return Judgement.notApplicable("leaves a database without backups to rds-backup-retention");
        }
        // A plan that was written down has no ARN of what is not made yet.
        List<Resource> copies = instance.has(ARN) ? stack.mayRefer(instance, SOURCE_ARN, ARN) : stack.all(COPIES);
        if (copies.isEmpty()) {
            return Judgement.violated("has its backups in one region only");
        }
        return Judgement.violatedIf(
                copies.stream().noneMatch(copy -> copy.has(KEY)),
                "copies its backups without a key of the other region, as kmsKeyId is not set");
    }
}
