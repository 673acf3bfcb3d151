package dev.plinth.policies.backup.database;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A database is not maintained while its backup is made, which AWS refuses only when it is deployed. */
final class RdsWindowsDisjoint implements ResourceRule {
    private static final Property<String> BACKUP = Databases.INSTANCES.text("backupWindow");
    private static final Property<String> MAINTENANCE = Databases.INSTANCES.text("maintenanceWindow");
    private static final Property<String> CLUSTER_BACKUP = Databases.CLUSTERS.text("preferredBackupWindow");
    private static final Property<String> CLUSTER_MAINTENANCE = Databases.CLUSTERS.text("preferredMaintenanceWindow");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-windows-disjoint", Databases.ALL, "A database is not maintained during its backup")
                .severity(Severity.LOW)
                .why("AWS refuses such a database, halfway through a deployment.")
                .cure("move the backup window or the maintenance window; both are in UTC");
    }

    @Override
    public Judgement check(Resource database, Context context) {
        boolean instance = database.is(Databases.INSTANCES);
        String backup = database.get(instance ? BACKUP : CLUSTER_BACKUP).orElse("");
        String maintenance =
                database.get(instance ? MAINTENANCE : CLUSTER_MAINTENANCE).orElse("");
        var week = WeekSpan.weekly(maintenance);
        var days = WeekSpan.daily(backup);
        if (week.isEmpty() || days.isEmpty()) {
            return Judgement.notApplicable("is about databases that are given both windows");
        }
        return Judgement.violatedIf(
                days.stream().anyMatch(week.get()::overlaps),
                "is backed up at %s, which meets its maintenance at %s".formatted(backup, maintenance));
    }
}
