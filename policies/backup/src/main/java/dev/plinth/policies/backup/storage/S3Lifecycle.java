package dev.plinth.policies.backup.storage;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** What nobody needs any more goes by itself: old versions, and parts of uploads that broke off. */
final class S3Lifecycle implements StackRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("s3-lifecycle", Buckets.TYPES, "A bucket has a lifecycle")
                .severity(Severity.LOW)
                .controls(
                        AWS_FSBP.control("S3.10"),
                        AWS_FSBP.control("S3.13"),
                        CHECKOV.control("CKV2_AWS_61"),
                        CHECKOV.control("CKV_AWS_300"))
                .why(
                        "Versions and parts that nobody sees are paid for for ever; sooner or later somebody turns versioning"
                                + " off because of it.")
                .cure("add lifecycle rules with noncurrentVersionExpiration and abortIncompleteMultipartUpload");
    }

    @Override
    public Judgement check(Resource bucket, Stack stack, Context context) {
        List<LifecycleRule> rules = LifecycleRule.of(bucket, stack);
        if (rules.isEmpty()) {
            return Judgement.violated("has no lifecycle, so nothing in it ever goes by itself");
        }
        boolean endsVersions = rules.stream().anyMatch(LifecycleRule::endsVersions);
        boolean endsUploads = rules.stream().anyMatch(LifecycleRule::endsUploads);
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !endsVersions && BucketVersions.areKept(bucket, stack), "keeps every old version for ever"),
                () -> Judgement.violatedIf(!endsUploads, "keeps the parts of broken uploads for ever"));
    }
}
