package dev.plinth.policies.security.audit;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.cloudtrail.Trail;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A trail records the calls of every region and of what belongs to no region, and does so now. */
final class CloudtrailComplete implements RemediatingRule {
    private static final ResourceTypes TRAILS = ResourceTypes.of(Trail.class);
    private static final Property<Boolean> MULTI_REGION = TRAILS.flag("isMultiRegionTrail");
    private static final Property<Boolean> LOGGING = TRAILS.flag("enableLogging");
    private static final Property<Boolean> GLOBAL = TRAILS.flag("includeGlobalServiceEvents");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudtrail-complete", TRAILS, "A trail records every call of the account")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("CloudTrail.1"),
                        CIS_AWS.control("3.1"),
                        CHECKOV.control("CKV_AWS_67"),
                        CHECKOV.control("CKV_AWS_251"),
                        TRIVY.control("AWS-0014"))
                .why("An intruder works where nobody looks: in a region that you do not use, or on IAM itself.")
                .cure("set isMultiRegionTrail, includeGlobalServiceEvents and enableLogging to true");
    }

    @Override
    public Judgement check(Resource trail, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !trail.get(MULTI_REGION).orElse(false),
                        "misses the calls of other regions, as isMultiRegionTrail is not true"),
                () -> Judgement.violatedIf(
                        !trail.get(GLOBAL).orElse(true),
                        "misses the calls of IAM, as includeGlobalServiceEvents is false"),
                () -> Judgement.violatedIf(
                        !trail.get(LOGGING).orElse(true), "records nothing, as enableLogging is false"));
    }

    @Override
    public Patch remedy(Resource trail, Context context) {
        return check(trail, context).violations().isEmpty()
                ? Patch.NONE
                : Patch.put(MULTI_REGION, true).and(Patch.put(GLOBAL, true)).and(Patch.put(LOGGING, true));
    }
}
