package dev.plinth.policies.backup.recovery;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.backup.Vault;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;

/** A vault encrypts its backups with a key whose policy we write. */
final class BackupVaultKms implements ResourceRule {
    private static final ResourceTypes VAULTS = ResourceTypes.of(Vault.class);
    private static final Property<String> KEY = VAULTS.text("kmsKeyArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("backup-vault-kms", VAULTS, "A vault encrypts its backups with a key of its own")
                .controls(AWS_FSBP.control("Backup.1"), CHECKOV.control("CKV_AWS_166"))
                .why("The key that AWS keeps cannot be shared, so its backups cannot be copied to another account, and"
                        + " nobody can say who may read them.")
                .cure("set kmsKeyArn to a customer managed key");
    }

    @Override
    public Judgement check(Resource vault, Context context) {
        return Judgement.violatedIf(!vault.has(KEY), "encrypts with AWS's own key, as kmsKeyArn is not set");
    }
}
