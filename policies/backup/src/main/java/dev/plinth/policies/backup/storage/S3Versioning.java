package dev.plinth.policies.backup.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketVersioningV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;

/** What is overwritten or deleted in a bucket can be had back. */
final class S3Versioning implements RemediatingRule {
    private static final ResourceTypes TYPES = ResourceTypes.of(Bucket.class, BucketVersioningV2.class);

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-versioning", TYPES, "A bucket keeps old versions")
                .controls(AWS_FSBP.control("S3.14"), CHECKOV.control("CKV_AWS_21"), TRIVY.control("AWS-0090"))
                .why("An object that a mistake or an intruder overwrites is gone; S3 has no other backup of it.")
                .cure(
                        "set versioning.enabled of a Bucket to true, versioningConfiguration.status of a BucketVersioningV2"
                                + " to Enabled");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        return Judgement.violatedIf(
                !BucketVersions.areKeptBy(resource), "does not keep what is overwritten or deleted");
    }

    @Override
    public Patch remedy(Resource resource, Context context) {
        if (BucketVersions.areKeptBy(resource)) {
            return Patch.NONE;
        }
        return resource.is(BucketVersions.SETTINGS)
                ? Patch.inside(BucketVersions.SETTING, Patch.put(BucketVersions.STATUS, BucketVersions.ON))
                : Patch.inside(BucketVersions.INSIDE, Patch.put(BucketVersions.INSIDE_ON, true));
    }
}
