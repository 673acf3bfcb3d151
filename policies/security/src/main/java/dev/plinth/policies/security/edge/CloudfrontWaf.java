package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;

/** The CDN has a firewall before it. */
final class CloudfrontWaf implements ResourceRule {
    private static final Property<String> ACL = Distributions.TYPES.text("webAclId");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("cloudfront-waf", Distributions.TYPES, "A distribution is behind a web ACL")
                .controls(AWS_FSBP.control("CloudFront.6"), CHECKOV.control("CKV_AWS_68"), TRIVY.control("AWS-0011"))
                .why("Known attacks and floods of requests reach the application, which has to cope with them alone.")
                .cure("set webAclId to the ARN of a web ACL of the scope CLOUDFRONT");
    }

    @Override
    public Judgement check(Resource distribution, Context context) {
        return Judgement.violatedIf(!distribution.has(ACL), "faces the internet without a web ACL");
    }
}
