package dev.plinth.policies.backup.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.backup.VaultArgs;
import dev.plinth.policy.test.PolicyTest;
import dev.plinth.policy.test.TestResource;
import org.junit.jupiter.api.Test;

final class BackupVaultKmsTest {
    private final PolicyTest rule = PolicyTest.of(new BackupVaultKms());

    @Test
    void acceptsAKeyOfItsOwn() {
        assertThat(rule.violations(vault(VaultArgs.builder().kmsKeyArn("arn:aws:kms:eu-central-1:111122223333:key/1"))))
                .isEmpty();
    }

    @Test
    void rejectsTheKeyThatAwsKeeps() {
        assertThat(rule.violations(vault(VaultArgs.builder())))
                .containsExactly("vault encrypts with AWS's own key, as kmsKeyArn is not set");
    }

    @Test
    void acceptsAKeyThatIsMadeInTheSameDeployment() {
        assertThat(rule.violations(vault(VaultArgs.builder()).unknown("kmsKeyArn")))
                .isEmpty();
        assertThat(rule.undecided(vault(VaultArgs.builder()).unknown("kmsKeyArn")))
                .isEmpty();
    }

    private static TestResource vault(VaultArgs.Builder args) {
        return TestResource.of(Vault.class, "vault", args.build());
    }
}
