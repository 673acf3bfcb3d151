package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.BucketServerSideEncryptionConfigurationV2;
import com.pulumi.aws.s3.BucketV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A bucket whose settings are resources of their own has one for its encryption, which another rule then judges. */
final class S3EncryptionConfigured implements StackRule {
    private static final ResourceTypes BUCKETS = ResourceTypes.of(BucketV2.class);
    private static final Property<String> NAME = BUCKETS.text("bucket");
    private static final Property<String> ENCRYPTED =
            ResourceTypes.of(BucketServerSideEncryptionConfigurationV2.class).text("bucket");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-encryption-configured", BUCKETS, "A bucket has an encryption configuration")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_19"), TRIVY.control("AWS-0088"))
                .why("What S3 does unasked can be undone unseen: nobody finds a difference to the program.")
                .cure("add a BucketServerSideEncryptionConfigurationV2 for the bucket");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        return Judgement.violatedIf(
                stack.mayRefer(bucket, ENCRYPTED, NAME).isEmpty(), "has no encryption configuration");
    }
}
