package dev.plinth.infra.backup;

import com.pulumi.aws.backup.inputs.FrameworkControlInputParameterArgs;
import dev.plinth.infra.component.Account;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Something that AWS Backup watches; names and parameters are those of its Audit Manager's controls. */
record BackupControl(String name, Map<String, String> values) {

    static List<BackupControl> of(BackupSpec spec, Account account) {
        var days = String.valueOf(spec.retention().dailyDays());
        return List.of(
                new BackupControl("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN", Map.of()),
                new BackupControl(
                        "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK",
                        Map.of(
                                "requiredFrequencyUnit", "days",
                                "requiredFrequencyValue", "1",
                                "requiredRetentionDays", days)),
                new BackupControl(
                        "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", Map.of("requiredRetentionDays", days)),
                new BackupControl("BACKUP_RECOVERY_POINT_ENCRYPTED", Map.of()),
                new BackupControl("BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED", Map.of()),
                new BackupControl("BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION", crossRegion(account)),
                new BackupControl("BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK", Map.of()),
                new BackupControl(
                        "BACKUP_LAST_RECOVERY_POINT_CREATED",
                        Map.of("recoveryPointAgeUnit", "days", "recoveryPointAgeValue", "1")));
    }

    private static Map<String, String> crossRegion(Account account) {
        return Map.of("crossRegionList", account.recoveryRegion());
    }

    /** In the order of their names, so that a plan shows no change that is none. */
    List<FrameworkControlInputParameterArgs> parameters() {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(value -> FrameworkControlInputParameterArgs.builder()
                                .name(value.getKey())
                                .value(value.getValue())
                                .build())
                        .toList();
    }
}
