package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultLockConfiguration;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** Nobody deletes a backup before its time, not even somebody who may do everything else. */
final class BackupVaultLock implements StackRule {
    private static final ResourceTypes VAULTS = ResourceTypes.of(Vault.class);
    private static final Property<String> NAME = VAULTS.text("name");
    private static final ResourceTypes LOCKS = ResourceTypes.of(VaultLockConfiguration.class);
    private static final Property<String> VAULT = LOCKS.text("backupVaultName");
    private static final Property<Integer> DAYS = LOCKS.integer("minRetentionDays");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-vault-lock", VAULTS, "A vault is locked against deletion of its backups")
                .why(
                        "Whoever takes over the account deletes the backups first; a lock makes the service itself refuse.")
                .cure("add a VaultLockConfiguration for the vault with minRetentionDays");
    }

    @Override
    public Judgement check(Resource vault, Stack stack, Context context) {
        List<Resource> locks = stack.referring(vault, VAULT, NAME);
        if (locks.isEmpty()) {
            return Judgement.violated("has no lock, so its backups can be deleted before their time");
        }
        boolean keeps = locks.stream().anyMatch(lock -> lock.has(DAYS));
        return Judgement.violatedIf(!keeps, "has a lock that keeps nothing, as it has no minRetentionDays");
    }
}
