package dev.plinth.policies.backup.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A bucket whose settings are resources of their own has one for its versions, which another rule then judges. */
final class S3VersioningConfigured implements StackRule {
    private static final ResourceTypes BUCKETS = ResourceTypes.of(BucketV2.class);
    private static final Property<String> NAME = BUCKETS.text("bucket");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-versioning-configured", BUCKETS, "A bucket has a versioning configuration")
                .controls(AWS_FSBP.control("S3.14"), CHECKOV.control("CKV_AWS_21"), TRIVY.control("AWS-0090"))
                .why("An object that a mistake or an intruder overwrites is gone; S3 has no other backup of it.")
                .cure("add a BucketVersioningV2 for the bucket");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        return Judgement.violatedIf(
                stack.mayRefer(bucket, BucketVersions.OWNER, NAME).isEmpty(), "has no versioning configuration");
    }
}
