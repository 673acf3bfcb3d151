package dev.plinth.policies.backup.storage;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudtrail.Trail;
import com.pulumi.aws.s3.BucketObjectLockConfigurationV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** Proof stays: nobody deletes what a trail has written, or what a tag says of, before its time. */
final class S3ObjectLockForTier implements StackRule {
    private static final RuleConfig<Buckets.Tier> TIER = RuleConfig.of(new Buckets.Tier("Tier", List.of("audit")));

    private static final ResourceTypes TRAILS = ResourceTypes.of(Trail.class);
    private static final Property<String> TRAIL_BUCKET = TRAILS.text("s3BucketName");

    private static final ObjectProperty<Properties> INSIDE = Buckets.WHOLE.object("objectLockConfiguration");
    private static final ObjectProperty<Properties> INSIDE_RULE =
            INSIDE.fields().object("rule");
    private static final ResourceTypes LOCKS = ResourceTypes.of(BucketObjectLockConfigurationV2.class);
    private static final Property<String> LOCKED = LOCKS.text("bucket");
    private static final ObjectProperty<Properties> RULE = LOCKS.object("rule");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("s3-object-lock-for-tier", Buckets.TYPES, "A bucket of audit logs is locked")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_143"))
                .why("Whoever breaks in deletes the logs of it; a lock makes S3 itself refuse.")
                .cure("create the bucket with objectLockEnabled, and add a BucketObjectLockConfigurationV2 with a"
                        + " defaultRetention")
                .config(TIER);
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        if (!isOfATrail(bucket, stack) && !Buckets.isTagged(bucket, context.get(TIER))) {
            return Judgement.notApplicable("is about buckets of trails, and those whose tag asks for it");
        }
        boolean locked = isLockedInside(bucket)
                || stack.mayRefer(bucket, LOCKED, Buckets.NAME).stream().anyMatch(lock -> lock.has(RULE));
        return Judgement.violatedIf(!locked, "can be emptied at once, as it has no lock with a default retention");
    }

    private static boolean isOfATrail(Resource bucket, Stack stack) {
        // Where a new trail writes to is not known yet; it is no reason to ask it of every bucket.
        return stack.all(TRAILS).stream()
                .filter(trail -> !trail.isUnknown(TRAIL_BUCKET))
                .anyMatch(trail ->
                        stack.referenced(trail, TRAIL_BUCKET, Buckets.NAME).contains(bucket));
    }

    private static boolean isLockedInside(Resource bucket) {
        return bucket.is(Buckets.WHOLE)
                && bucket.get(INSIDE).filter(inside -> inside.has(INSIDE_RULE)).isPresent();
    }
}
