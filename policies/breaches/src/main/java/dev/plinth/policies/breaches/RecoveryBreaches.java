package dev.plinth.policies.breaches;

import com.pulumi.aws.backup.Plan;
import com.pulumi.aws.backup.PlanArgs;
import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingPlanArgs;
import com.pulumi.aws.backup.RestoreTestingSelection;
import com.pulumi.aws.backup.RestoreTestingSelectionArgs;
import com.pulumi.aws.backup.Selection;
import com.pulumi.aws.backup.SelectionArgs;
import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.VaultLockConfiguration;
import com.pulumi.aws.backup.VaultLockConfigurationArgs;
import com.pulumi.aws.backup.inputs.PlanRuleArgs;
import com.pulumi.aws.backup.inputs.PlanRuleCopyActionArgs;
import com.pulumi.aws.backup.inputs.PlanRuleLifecycleArgs;
import com.pulumi.aws.backup.inputs.RestoreTestingPlanRecoveryPointSelectionArgs;
import com.pulumi.aws.backup.inputs.SelectionConditionArgs;
import com.pulumi.aws.backup.inputs.SelectionConditionStringEqualArgs;
import com.pulumi.aws.cloudwatch.EventRule;
import com.pulumi.aws.cloudwatch.EventRuleArgs;
import com.pulumi.aws.ebs.Volume;
import com.pulumi.aws.ebs.VolumeArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/** Breaks the rules of the backup pack's package {@code recovery}. */
final class RecoveryBreaches {
    private static final String ROLE = "arn:aws:iam::111122223333:role/backup";
    private static final Map<String, String> BACKED_UP = Map.of("backup", "daily");

    private RecoveryBreaches() {}

    static void present() {
        plansAreMadeToldOfAndTried();
        backupCoversResource();
        backupPlanCopy();
        backupPlanRetention();
        backupPlanSchedule();
        backupVaultKms();
        backupVaultLock();
        kmsDeletionWindow();
        secretRecoveryWindow();
        statefulProtected();
    }

    /** backup-plan-exists, backup-failure-notice and backup-restore-test: a disk, and nothing that backs it up. */
    static void absent() {
        disk("absent", BACKED_UP);
    }

    /** What the rules about a whole stack want to see, so that only those about its parts are broken. */
    private static void plansAreMadeToldOfAndTried() {
        disk("covered", BACKED_UP);
        new Selection(
                "covered",
                SelectionArgs.builder()
                        .planId("a-plan")
                        .iamRoleArn(ROLE)
                        .resources("*")
                        .conditions(SelectionConditionArgs.builder()
                                .stringEquals(SelectionConditionStringEqualArgs.builder()
                                        .key("aws:ResourceTag/backup")
                                        .value("daily")
                                        .build())
                                .build())
                        .build());
        new EventRule(
                "failures",
                EventRuleArgs.builder()
                        .eventPattern("{\"source\": [\"aws.backup\"], \"detail\": {\"state\": [\"FAILED\"]}}")
                        .build());
        new RestoreTestingPlan(
                "tests",
                RestoreTestingPlanArgs.builder()
                        .name("tests")
                        .scheduleExpression("cron(0 5 ? * MON *)")
                        .recoveryPointSelection(RestoreTestingPlanRecoveryPointSelectionArgs.builder()
                                .algorithm("LATEST_WITHIN_WINDOW")
                                .includeVaults("*")
                                .recoveryPointTypes("SNAPSHOT")
                                .build())
                        .build());
        new RestoreTestingSelection(
                "tested",
                RestoreTestingSelectionArgs.builder()
                        .name("tested")
                        .restoreTestingPlanName("tests")
                        .protectedResourceType("EBS")
                        .protectedResourceArns("*")
                        .iamRoleArn(ROLE)
                        .build());
    }

    private static void backupCoversResource() {
        disk("uncovered", Map.of("backup", "never"));
    }

    private static void backupPlanCopy() {
        plan("no-copy", rule(35).schedule("cron(0 3 * * ? *)"));
    }

    private static void backupPlanRetention() {
        plan("short", copied(rule(34)).schedule("cron(0 3 * * ? *)"));
    }

    private static void backupPlanSchedule() {
        plan("unscheduled", copied(rule(35)));
    }

    private static void backupVaultKms() {
        vault("aws-key", VaultArgs.builder(), Sound.keeping());
        lock("aws-key");
    }

    private static void backupVaultLock() {
        vault("unlocked", VaultArgs.builder().kmsKeyArn(Sound.KEY_ARN), Sound.keeping());
    }

    private static void kmsDeletionWindow() {
        new Key("hasty", Sound.key().deletionWindowInDays(7).build(), Sound.keeping());
    }

    private static void secretRecoveryWindow() {
        new Secret(
                "hasty",
                SecretArgs.builder()
                        .kmsKeyId(Sound.KEY_ARN)
                        .recoveryWindowInDays(0)
                        .build(),
                Sound.keeping());
    }

    private static void statefulProtected() {
        vault("unprotected", VaultArgs.builder().kmsKeyArn(Sound.KEY_ARN), CustomResourceOptions.Empty);
        lock("unprotected");
    }

    private static void disk(String name, Map<String, String> tags) {
        new Volume(
                name,
                VolumeArgs.builder()
                        .availabilityZone("eu-central-1a")
                        .size(8)
                        .encrypted(true)
                        .kmsKeyId(Sound.KEY_ARN)
                        .tags(tags)
                        .build(),
                Sound.keeping());
    }

    private static void plan(String name, PlanRuleArgs.Builder rule) {
        new Plan(name, PlanArgs.builder().rules(rule.build()).build());
    }

    private static PlanRuleArgs.Builder rule(int days) {
        return PlanRuleArgs.builder()
                .ruleName("daily")
                .targetVaultName("vault")
                .lifecycle(PlanRuleLifecycleArgs.builder().deleteAfter(days).build());
    }

    private static PlanRuleArgs.Builder copied(PlanRuleArgs.Builder rule) {
        return rule.copyActions(PlanRuleCopyActionArgs.builder()
                .destinationVaultArn("arn:aws:backup:eu-west-1:111122223333:backup-vault:away")
                .build());
    }

    private static void vault(String name, VaultArgs.Builder args, CustomResourceOptions options) {
        new Vault(name, args.name(name).forceDestroy(false).build(), options);
    }

    private static void lock(String vault) {
        new VaultLockConfiguration(
                vault,
                VaultLockConfigurationArgs.builder()
                        .backupVaultName(vault)
                        .minRetentionDays(7)
                        .build());
    }
}
