package dev.plinth.infra.backup;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionLifecycleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.backup.inputs.SelectionSelectionTagArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.MissingData;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.List;
import java.util.Map;

/**
 * Daily, weekly and monthly backups of everything that carries the backup tag, in a locked vault here and copied to
 * one in the recovery region; restored for a test every week.
 *
 * <p>Point-in-time recovery is not here: RDS owns that, see docs/decisions/0095.
 */
public final class Backups extends ComponentResource {
    private static final String SERVICE = "backup.amazonaws.com";
    private static final int DAY_SECONDS = 24 * 60 * 60;
    private static final int START_WITHIN_MINUTES = 60;
    private static final int COMPLETE_WITHIN_MINUTES = 8 * 60;
    /** The weekly restore begins when the night's backups are done. */
    private static final int RESTORE_TEST_HOURS_LATER = 6;

    private final Scope scope;
    private final BackupSpec spec;
    private final ServiceRole role;
    private final Vault here;
    private final Vault away;

    public Backups(String name, BackupArgs args, Scope scope) {
        super("plinth:backup:Backups", name, scope.options());
        this.scope = scope;
        var within = scope.within(this);
        this.spec = args.spec();
        this.here = new Vault(name, spec, Place.HOME, args.keys(), within);
        this.away = new Vault(name + "-recovery", spec, Place.RECOVERY, args.keys(), within);
        this.role = new ServiceRole(name, roleArgs(), within);
        var plan = new Plan(name, planArgs(name, spec), scope.child(this));
        new Selection(name, selectionArgs(name, plan, role), scope.child(this));
        new FailureNotices(name + "-failure", args.signals().topicArn(), within);
        new RestoreTest(
                name + "-restore-test", spec.start().plusHours(RESTORE_TEST_HOURS_LATER), here, role.arn(), within);
        new BackupAudit(name + "-audit", spec, within);
        new Alarms(
                name + "-alarm",
                new AlarmsArgs(List.of(silence()), args.signals().topicArn()),
                within);
        registerOutputs(Map.of("vaults", vaultArns()));
    }

    /** The vault here and the one in the recovery region. */
    public Output<List<String>> vaultArns() {
        return Output.all(here.arn(), away.arn());
    }

    /** The vault here. */
    public Output<String> vaultName() {
        return here.name();
    }

    /** Whom AWS Backup acts as when it makes a backup. */
    public Output<String> roleArn() {
        return role.arn();
    }

    /** How long a backup that nobody planned is kept: as long as a daily one, and so as long as the vault's lock wants. */
    public int keepDays() {
        return spec.retention().dailyDays();
    }

    /** A backup that fails says so; one that never starts says nothing, and is missed by this. */
    private Alarm silence() {
        return new Alarm(
                "none-made",
                "No backup was made in a day: the plan, its role or the tags of what it is to back up are wrong.",
                Metric.of("AWS/Backup", "NumberOfRecoveryPointsCreated", "BackupVaultName", here.name())
                        .by(Statistic.SUM),
                Condition.below(1, new Window(DAY_SECONDS, 1, 1)).when(MissingData.IS_BAD));
    }

    private ServiceRoleArgs roleArgs() {
        return ServiceRoleArgs.of("Makes, copies and restores backups", Trust.service(SERVICE, scope.account()))
                .managed(
                        "service-role/AWSBackupServiceRolePolicyForBackup",
                        "service-role/AWSBackupServiceRolePolicyForRestores",
                        "AWSBackupServiceRolePolicyForS3Backup",
                        "AWSBackupServiceRolePolicyForS3Restore");
    }

    private PlanArgs planArgs(String name, BackupSpec spec) {
        return PlanArgs.builder()
                .name(scope.title(name))
                .rules(BackupRule.of(spec).stream().map(this::ruleArgs).toList())
                .tags(scope.tags(name))
                .build();
    }

    private PlanRuleArgs ruleArgs(BackupRule rule) {
        return PlanRuleArgs.builder()
                .ruleName(rule.name())
                .targetVaultName(here.name())
                .schedule(rule.cron())
                .startWindow(START_WITHIN_MINUTES)
                .completionWindow(COMPLETE_WITHIN_MINUTES)
                // On, AWS Backup would take over the database's own point-in-time recovery, and both would drift.
                .enableContinuousBackup(false)
                .lifecycle(lifecycle(rule))
                .copyActions(PlanRuleCopyActionArgs.builder()
                        .destinationVaultArn(away.arn())
                        .lifecycle(copyLifecycle(rule))
                        .build())
                .recoveryPointTags(scope.tags("backup-" + rule.name()))
                .build();
    }

    private static PlanRuleLifecycleArgs lifecycle(BackupRule rule) {
        var lifecycle = PlanRuleLifecycleArgs.builder().deleteAfter(rule.keepDays());
        rule.coldAfterDays().ifPresent(lifecycle::coldStorageAfter);
        return lifecycle.build();
    }

    private static PlanRuleCopyActionLifecycleArgs copyLifecycle(BackupRule rule) {
        var lifecycle = PlanRuleCopyActionLifecycleArgs.builder().deleteAfter(rule.keepDays());
        rule.coldAfterDays().ifPresent(lifecycle::coldStorageAfter);
        return lifecycle.build();
    }

    private SelectionArgs selectionArgs(String name, Plan plan, ServiceRole role) {
        return SelectionArgs.builder()
                .name(scope.title(name))
                .planId(plan.id())
                .iamRoleArn(role.arn())
                .selectionTags(SelectionSelectionTagArgs.builder()
                        .type("STRINGEQUALS")
                        .key(Scope.BACKUP_TAG)
                        .value(scope.environment())
                        .build())
                .build();
    }
}
