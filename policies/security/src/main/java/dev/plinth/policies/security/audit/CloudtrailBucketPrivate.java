package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.s3.Bucket;
import com.pulumi.aws.s3.BucketPublicAccessBlock;
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
import java.util.List;

/** The record of every call is not in a bucket that can be made public. */
final class CloudtrailBucketPrivate implements StackRule {
    private static final ResourceTypes TRAILS = ResourceTypes.of(Trail.class);
    private static final Property<String> TRAIL_BUCKET = TRAILS.text("s3BucketName");
    private static final ResourceTypes BUCKETS = ResourceTypes.of(Bucket.class, BucketV2.class);
    private static final Property<String> NAME = BUCKETS.text("bucket");
    private static final Property<String> BLOCKED_BUCKET =
            ResourceTypes.of(BucketPublicAccessBlock.class).text("bucket");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudtrail-bucket-private", TRAILS, "A trail's bucket cannot be made public")
                .severity(Severity.CRITICAL)
                .controls(AWS_FSBP.control("CloudTrail.6"), TRIVY.control("AWS-0161"))
                .why("Every call tells names of people, machines and data: a map for the next attack.")
                .cure("add a BucketPublicAccessBlock for the trail's bucket with all four settings true");
    }

    @Override
    public Judgement check(Resource trail, Stack stack, Context context) {
        List<Resource> buckets = stack.all(BUCKETS).stream()
                .filter(bucket -> stack.mayRefer(bucket, TRAIL_BUCKET, NAME).contains(trail))
                .toList();
        if (buckets.isEmpty()) {
            return Judgement.notApplicable("is about buckets of the same stack");
        }
        boolean closed = buckets.stream()
                .anyMatch(
                        bucket -> !stack.mayRefer(bucket, BLOCKED_BUCKET, NAME).isEmpty());
        return Judgement.violatedIf(!closed, "writes to a bucket that nothing keeps from being made public");
    }
}
