package dev.plinth.policies.backup.resilience;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.cloudfront.Distribution;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A distribution asks somebody else when its first origin fails. */
final class CloudfrontOriginFailover implements ResourceRule {
    private static final ResourceTypes DISTRIBUTIONS = ResourceTypes.of(Distribution.class);
    private static final ObjectProperty<List<Properties>> GROUPS = DISTRIBUTIONS.objects("originGroups");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory(
                        "cloudfront-origin-failover", DISTRIBUTIONS, "A distribution has a second origin to turn to")
                .severity(Severity.LOW)
                .controls(AWS_FSBP.control("CloudFront.4"), CHECKOV.control("CKV_AWS_310"))
                .why("When the only origin fails, everybody gets its errors.")
                .cure("add an origin group with a second member and the status codes that send a request there");
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        return Judgement.violatedIf(!distribution.has(GROUPS), "has no second origin to turn to in originGroups");
    }
}
