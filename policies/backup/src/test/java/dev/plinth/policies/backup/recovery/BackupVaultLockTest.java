package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import com.pulumi.aws.backup.VaultLockConfiguration;
import com.pulumi.aws.backup.VaultLockConfigurationArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupVaultLockTest {
    private final PolicyTest rule = PolicyTest.of(new BackupVaultLock());

    private final TestResource vault = TestResource.of(
            Vault.class, "vault", VaultArgs.builder().name("backups").build());

    @Test
    void acceptsALockThatKeeps() {
        assertThat(rule.violations(vault, lock("backups").with("minRetentionDays", 7)))
                .isEmpty();
        assertThat(rule.violations(
                        vault, lock("backups").with("minRetentionDays", 7).from("backupVaultName", vault)))
                .isEmpty();
    }

    @Test
    void rejectsAVaultWithoutALock() {
        assertThat(rule.violations(vault, lock("another").with("minRetentionDays", 7)))
                .containsExactly("vault has no lock, so its backups can be deleted before their time");
    }

    @Test
    void rejectsALockThatKeepsNothing() {
        assertThat(rule.violations(vault, lock("backups")))
                .containsExactly("vault has a lock that keeps nothing, as it has no minRetentionDays");
    }

    @Test
    void waitsForALockOfNobodyKnowsWhichVault() {
        assertThat(rule.undecided(vault, lock("another").unknown("backupVaultName")))
                .containsExactly("vault: backupVaultName of lock is not known before the deployment");
    }

    private static TestResource lock(String vault) {
        return TestResource.of(
                VaultLockConfiguration.class,
                "lock",
                VaultLockConfigurationArgs.builder().backupVaultName(vault).build());
    }
}
