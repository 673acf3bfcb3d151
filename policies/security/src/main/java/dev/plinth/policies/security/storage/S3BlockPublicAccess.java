package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.BucketPublicAccessBlock;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** Whatever its policy says, a bucket is not public. */
final class S3BlockPublicAccess implements StackRule {
    private static final Property<String> BLOCKED =
            ResourceTypes.of(BucketPublicAccessBlock.class).text("bucket");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-block-public-access", Buckets.TYPES, "A bucket has a public access block")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("S3.1"),
                        AWS_FSBP.control("S3.8"),
                        CHECKOV.control("CKV2_AWS_6"),
                        CIS_AWS.control("2.1.4"),
                        TRIVY.control("AWS-0094"))
                .why("One wrong policy or access list gives the bucket's content to everybody; most leaks from S3 began"
                        + " so.")
                .cure("add a BucketPublicAccessBlock for the bucket with all four flags true");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        return Judgement.violatedIf(
                stack.mayRefer(bucket, BLOCKED, Buckets.NAME).isEmpty(), "has no public access block");
    }
}
