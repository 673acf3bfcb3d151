package dev.plinth.infra.backup;

import com.pulumi.aws.backup.RestoreTestingPlan;
import com.pulumi.aws.backup.RestoreTestingPlanArgs;
import com.pulumi.aws.backup.RestoreTestingSelection;
import com.pulumi.aws.backup.RestoreTestingSelectionArgs;
import com.pulumi.aws.backup.inputs.RestoreTestingPlanRecoveryPointSelectionArgs;
import com.pulumi.aws.backup.inputs.RestoreTestingSelectionProtectedResourceConditionsArgs;
import com.pulumi.aws.backup.inputs.RestoreTestingSelectionProtectedResourceConditionsStringEqualArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.schedule.ClockTime;
import java.util.List;
import java.util.Map;

/** Restores the newest backup of the database every week, so that a backup that cannot be restored is noticed. */
final class RestoreTest extends ComponentResource {
    /** A backup of the last week; the newest of them, as that is the one that would be needed. */
    private static final int NEWEST_OF_DAYS = 7;

    /** How long the restored database stands for people or programs to look at it. */
    private static final int LOOK_AT_IT_HOURS = 4;

    private static final int START_WITHIN_HOURS = 2;

    RestoreTest(String name, ClockTime start, Vault vault, Output<String> roleArn, Scope scope) {
        super("plinth:backup:RestoreTest", name, scope.options());
        var title = BackupTitle.of(name, scope);
        var plan = new RestoreTestingPlan(
                name,
                RestoreTestingPlanArgs.builder()
                        .name(title)
                        .scheduleExpression("cron(%s ? * MON *)".formatted(start.cronFields()))
                        .startWindowHours(START_WITHIN_HOURS)
                        .recoveryPointSelection(RestoreTestingPlanRecoveryPointSelectionArgs.builder()
                                .algorithm("LATEST_WITHIN_WINDOW")
                                .includeVaults(vault.arn().applyValue(List::of))
                                .recoveryPointTypes("SNAPSHOT")
                                .selectionWindowDays(NEWEST_OF_DAYS)
                                .build())
                        .tags(scope.tags(name))
                        .build(),
                scope.child(this));
        new RestoreTestingSelection(name, selection(title, plan, roleArn, scope), scope.child(this));
        registerOutputs(Map.of());
    }

    private static RestoreTestingSelectionArgs selection(
            String title, RestoreTestingPlan plan, Output<String> roleArn, Scope scope) {
        return RestoreTestingSelectionArgs.builder()
                .name(title)
                .restoreTestingPlanName(plan.name())
                .protectedResourceType("RDS")
                .protectedResourceArns("*")
                .protectedResourceConditions(RestoreTestingSelectionProtectedResourceConditionsArgs.builder()
                        .stringEquals(RestoreTestingSelectionProtectedResourceConditionsStringEqualArgs.builder()
                                .key("aws:ResourceTag/" + Scope.BACKUP_TAG)
                                .value(scope.environment())
                                .build())
                        .build())
                .iamRoleArn(roleArn)
                .validationWindowHours(LOOK_AT_IT_HOURS)
                .build();
    }
}
