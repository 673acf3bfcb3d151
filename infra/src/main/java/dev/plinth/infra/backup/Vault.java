package dev.plinth.infra.backup;

import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.VaultLockConfiguration;
import com.pulumi.aws.backup.VaultLockConfigurationArgs;
import com.pulumi.aws.backup.VaultPolicy;
import com.pulumi.aws.backup.VaultPolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.Policy;
import dev.plinth.infra.access.Principal;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.backup.BackupSpec.Lock;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.keys.Purpose;
import java.util.Map;

/** A vault of backups: encrypted with a key of its own, and locked, so that nobody deletes a backup before its time. */
final class Vault extends ComponentResource {
    /** AWS Backup allows no shorter time to think it over. */
    private static final int GRACE_DAYS = 3;

    private final com.pulumi.aws.backup.Vault vault;

    Vault(String name, BackupSpec spec, Place place, Keys keys, Scope scope) {
        super("plinth:backup:Vault", name, scope.options());
        var args = VaultArgs.builder()
                .name(scope.title("backups"))
                .kmsKeyArn(keys.arn(Purpose.BACKUPS, place))
                .forceDestroy(false)
                .tags(scope.tags(name))
                .build();
        this.vault = new com.pulumi.aws.backup.Vault(name, args, scope.keepingIn(place, this));
        new VaultLockConfiguration(name, lock(spec), scope.keepingIn(place, this));
        new VaultPolicy(
                name,
                VaultPolicyArgs.builder()
                        .backupVaultName(vault.name())
                        .policy(nobodyDeletes().json())
                        .build(),
                scope.childIn(place, this));
        registerOutputs(Map.of("arn", arn()));
    }

    Output<String> name() {
        return vault.name();
    }

    Output<String> arn() {
        return vault.arn();
    }

    private VaultLockConfigurationArgs lock(BackupSpec spec) {
        var lock = VaultLockConfigurationArgs.builder()
                .backupVaultName(vault.name())
                .minRetentionDays(spec.retention().dailyDays())
                .maxRetentionDays(spec.retention().monthlyDays());
        return spec.lock() == Lock.COMPLIANCE
                ? lock.changeableForDays(GRACE_DAYS).build()
                : lock.build();
    }

    /** Backups end by their own lifecycle only; AWS Backup's control for manual deletion asks for just this. */
    private static Policy nobodyDeletes() {
        return Policy.of(
                Statement.deny("NobodyDeletes", "backup:DeleteRecoveryPoint", "backup:UpdateRecoveryPointLifecycle")
                        .to(Principal.everybody())
                        .on("*"));
    }
}
