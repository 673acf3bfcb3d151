package dev.plinth.policies.backup;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A database keeps a week of backups, so that any second of that week can be restored. */
final class RdsBackupRetention implements ResourceRule {
    private static final int DAYS_MIN = 7;

    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class, Cluster.class);
    private static final Property<Integer> DAYS = DATABASES.integer("backupRetentionPeriod");
    private static final ResourceTypes INSTANCE = ResourceTypes.of(Instance.class);
    private static final Property<String> SOURCE = INSTANCE.text("replicateSourceDb");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-backup-retention",
                        DATABASES,
                        "A database keeps at least %d days of backups".formatted(DAYS_MIN))
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("RDS.11"), CHECKOV.control("CKV_AWS_133"))
                .cure("set backupRetentionPeriod to %d or more".formatted(DAYS_MIN));
    }

    @Override
    public List<String> check(Resource database) {
        // A replica is made anew from its source.
        if (database.is(INSTANCE) && database.has(SOURCE)) {
            return List.of();
        }
        int days = database.get(DAYS).orElse(0);
        return days >= DAYS_MIN ? List.of() : List.of("keeps %d days of backups, needs %d".formatted(days, DAYS_MIN));
    }
}
