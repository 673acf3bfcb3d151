package dev.plinth.policies.backup.database;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database keeps its backups long enough to restore any second of that time. */
final class RdsBackupRetention implements RemediatingRule {
    record Limits(
            @Described("days that backups are kept for at least; AWS keeps 35 at most")
            int daysMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(7));
    private static final Property<Integer> DAYS = Databases.ALL.integer("backupRetentionPeriod");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("rds-backup-retention", Databases.ALL, "A database keeps backups for days")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("RDS.11"), CHECKOV.control("CKV_AWS_133"), TRIVY.control("AWS-0077"))
                .why("A mistake is often noticed days later; what is not kept any more cannot be restored.")
                .cure("set backupRetentionPeriod to at least as many days as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource database, Context context) {
        if (Databases.isReplica(database)) {
            return Judgement.notApplicable("leaves a replica to its source, from which it is made anew");
        }
        int days = database.get(DAYS).orElse(0);
        int needed = context.get(LIMITS).daysMin();
        return Judgement.violatedIf(days < needed, "keeps %d days of backups, needs %d".formatted(days, needed));
    }

    @Override
    public Patch remedy(Resource database, Context context) {
        int needed = context.get(LIMITS).daysMin();
        boolean kept = Databases.isReplica(database) || database.get(DAYS).orElse(0) >= needed;
        return kept ? Patch.NONE : Patch.put(DAYS, needed);
    }
}
