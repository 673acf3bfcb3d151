package dev.plinth.policies.backup.recovery;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about backup plans, vaults, keys and secrets, by name. */
public final class RecoveryRules {
    private RecoveryRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new BackupCoversResource(),
                new BackupFailureNotice(),
                new BackupPlanCopy(),
                new BackupPlanExists(),
                new BackupPlanRetention(),
                new BackupPlanSchedule(),
                new BackupRestoreTest(),
                new BackupVaultKms(),
                new BackupVaultLock(),
                new KmsDeletionWindow(),
                new SecretRecoveryWindow(),
                new StatefulProtected());
    }
}
