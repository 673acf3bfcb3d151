package dev.plinth.policies.backup.recovery;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketV2;
import com.pulumi.aws.secretsmanager.Secret;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The engine itself refuses to delete what holds data, and never deletes it to make its replacement. */
final class StatefulProtected implements ResourceRule {
    private static final ResourceTypes STATEFUL = ResourceTypes.of(
            Instance.class,
            Cluster.class,
            ReplicationGroup.class,
            Bucket.class,
            BucketV2.class,
            Key.class,
            Secret.class,
            Vault.class,
            Zone.class,
            com.pulumi.aws.eks.Cluster.class);

    private static final ResourceTypes DATABASES = ResourceTypes.of(Instance.class);
    private static final Property<String> SOURCE = DATABASES.text("replicateSourceDb");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("stateful-protected", STATEFUL, "The engine refuses to delete what holds data")
                .severity(Severity.HIGH)
                .why("A renamed resource or a wrong stack is enough: the engine deletes what the program no longer"
                        + " declares, and its data with it.")
                .cure("declare it with the options protect(true) and without deleteBeforeReplace(true); take the"
                        + " protection away in an update of its own when the data may go");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        if (resource.is(DATABASES) && resource.has(SOURCE)) {
            return Judgement.notApplicable("leaves a replica alone: its data is its source's");
        }
        boolean deletedFirst = resource.options().deleteBeforeReplace().orElse(false);
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !resource.options().protect(), "can be deleted by any update, as it is not protected"),
                () -> Judgement.violatedIf(
                        deletedFirst,
                        "is deleted with its data before its replacement is there, as deleteBeforeReplace is true"));
    }
}
