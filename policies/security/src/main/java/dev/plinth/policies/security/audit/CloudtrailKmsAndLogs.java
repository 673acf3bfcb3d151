package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.cloudtrail.Trail;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** The record of calls is encrypted with an own key, and goes where alarms can watch it. */
final class CloudtrailKmsAndLogs implements ResourceRule {
    private static final ResourceTypes TRAILS = ResourceTypes.of(Trail.class);
    private static final Property<String> KEY = TRAILS.text("kmsKeyId");
    private static final Property<String> LOG_GROUP = TRAILS.text("cloudWatchLogsGroupArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "cloudtrail-kms-and-logs", TRAILS, "A trail has a key of its own, and a log group for alarms")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("CloudTrail.2"),
                        AWS_FSBP.control("CloudTrail.5"),
                        CIS_AWS.control("3.5"),
                        CHECKOV.control("CKV_AWS_35"),
                        CHECKOV.control("CKV2_AWS_10"),
                        TRIVY.control("AWS-0015"),
                        TRIVY.control("AWS-0162"))
                .why("Whoever may read the bucket reads every call, and nobody hears of a suspicious one in time.")
                .cure("give a KMS key in kmsKeyId, and a log group in cloudWatchLogsGroupArn with a role that may write"
                        + " to it");
    }

    @Override
    public Judgement check(Resource trail, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(!trail.has(KEY), "is not encrypted with an own key, as kmsKeyId is not set"),
                () -> Judgement.violatedIf(
                        !trail.has(LOG_GROUP), "is watched by no alarm, as cloudWatchLogsGroupArn is not set"));
    }
}
