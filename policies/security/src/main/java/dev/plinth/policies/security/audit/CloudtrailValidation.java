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

/** Whoever changes the record of calls is found out. */
final class CloudtrailValidation implements RemediatingRule {
    private static final ResourceTypes TRAILS = ResourceTypes.of(Trail.class);
    private static final Property<Boolean> VALIDATED = TRAILS.flag("enableLogFileValidation");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudtrail-validation", TRAILS, "A trail signs its log files")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("CloudTrail.4"),
                        CIS_AWS.control("3.2"),
                        CHECKOV.control("CKV_AWS_36"),
                        TRIVY.control("AWS-0016"))
                .why("Nobody can prove that a log file is as it was written, so it proves nothing.")
                .cure("set enableLogFileValidation to true");
    }

    @Override
    public Judgement check(Resource trail, Context context) {
        return Judgement.violatedIf(
                !trail.get(VALIDATED).orElse(false),
                "leaves its log files unsigned, as enableLogFileValidation is not true");
    }

    @Override
    public Patch remedy(Resource trail, Context context) {
        return trail.get(VALIDATED).orElse(false) ? Patch.NONE : Patch.put(VALIDATED, true);
    }
}
