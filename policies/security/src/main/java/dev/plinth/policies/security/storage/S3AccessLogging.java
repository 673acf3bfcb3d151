package dev.plinth.policies.security.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.s3.BucketLoggingV2;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** Somebody writes down who read and changed a bucket's objects: S3 itself, or a trail of the same stack. */
final class S3AccessLogging implements StackRule {
    private static final ResourceTypes LOGS = ResourceTypes.of(BucketLoggingV2.class);
    private static final Property<String> LOGGED = LOGS.text("bucket");
    private static final Property<String> TARGET = LOGS.text("targetBucket");
    private static final ObjectProperty<List<Properties>> INSIDE = Buckets.TYPES.objects("loggings");
    private static final Property<String> INSIDE_TARGET = INSIDE.fields().text("targetBucket");

    @Override
    public RuleInfo info() {
        return RuleInfo.disabled("s3-access-logging", Buckets.TYPES, "The use of a bucket is logged")
                .controls(AWS_FSBP.control("S3.9"), CHECKOV.control("CKV_AWS_18"), TRIVY.control("AWS-0089"))
                .why(
                        "After a leak nobody can tell which objects were read or changed, and by whom. Off unless asked for: events"
                                + " of single objects are many, and paid for one by one.")
                .cure("add a BucketLoggingV2 for the bucket, or data events of AWS::S3::Object to the trail");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        if (takesLogs(bucket, stack)) {
            return Judgement.notApplicable("leaves a bucket alone that others' logs go to: it would log its own logs");
        }
        boolean logged = isKnownToLog(bucket)
                || !stack.mayRefer(bucket, LOGGED, Buckets.NAME).isEmpty()
                || stack.all(ObjectTrails.TYPES).stream().anyMatch(ObjectTrails::tellsOfObjects);
        return Judgement.violatedIf(!logged, "is used without a log of it");
    }

    private static boolean takesLogs(Resource bucket, Stack stack) {
        return !stack.mayRefer(bucket, TARGET, Buckets.NAME).isEmpty()
                || stack.all(Buckets.TYPES).stream().anyMatch(other -> logsInto(bucket, other));
    }

    private static boolean logsInto(Resource bucket, Resource other) {
        return isKnownToLog(other)
                && !bucket.isUnknown(Buckets.NAME)
                && other.get(INSIDE).orElseThrow().stream()
                        .filter(log -> !log.isUnknown(INSIDE_TARGET))
                        .anyMatch(log -> log.get(INSIDE_TARGET).equals(bucket.get(Buckets.NAME)));
    }

    private static boolean isKnownToLog(Resource bucket) {
        // Of a new bucket of the second class it is an output that nobody knows.
        return !bucket.isUnknown(INSIDE) && bucket.has(INSIDE);
    }
}
