package dev.plinth.policies.backup.storage;

import com.pulumi.aws.backup.Vault;
import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** What still holds something is not deleted with it. */
final class NoForceDestroy implements RemediatingRule {
    private static final ResourceTypes DESTROYED =
            ResourceTypes.of(Bucket.class, BucketV2.class, Zone.class, Vault.class);
    private static final Property<Boolean> FORCE_DESTROY = DESTROYED.flag("forceDestroy");
    private static final ResourceTypes DELETED = ResourceTypes.of(Repository.class);
    private static final Property<Boolean> FORCE_DELETE = DELETED.flag("forceDelete");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Bucket.class, BucketV2.class, Zone.class, Vault.class, Repository.class);
        return RuleInfo.mandatory("no-force-destroy", types, "Nothing is deleted with its content")
                .severity(Severity.HIGH)
                .why("A renamed resource or a wrong stack is enough, and objects, records, backups or images are gone"
                        + " without a question.")
                .cure(
                        "leave forceDestroy, or forceDelete of a repository, false, and empty it yourself before you delete"
                                + " it");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Property<Boolean> force = force(resource);
        return Judgement.violatedIf(
                isSet(resource), "is deleted with all that is in it, as %s is true".formatted(force.name()));
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        return isSet(resource) ? Patch.put(force(resource), false) : Patch.NONE;
    }

    private static boolean isSet(Resource resource) {
        return resource.get(force(resource)).orElse(false);
    }

    private static Property<Boolean> force(Resource resource) {
        return resource.is(DELETED) ? FORCE_DELETE : FORCE_DESTROY;
    }
}
