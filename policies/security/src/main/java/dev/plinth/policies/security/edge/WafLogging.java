package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A web ACL writes down what it stopped. */
final class WafLogging implements StackRule {
    private static final Property<String> ARN = WafRules.ACLS.text("arn");
    private static final Property<String> LOGGED =
            ResourceTypes.of(WebAclLoggingConfiguration.class).text("resourceArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("waf-logging", WafRules.ACLS, "A web ACL writes a log")
                .controls(AWS_FSBP.control("WAF.11"), CHECKOV.control("CKV_AWS_176"), CHECKOV.control("CKV2_AWS_31"))
                .why("Nobody can tell an attack from a customer whom the firewall keeps out by mistake.")
                .cure("add a WebAclLoggingConfiguration with the ARN of the web ACL");
    }

    @Override
    public Judgement check(Resource acl, Stack stack, Context context) {
        return Judgement.violatedIf(stack.mayRefer(acl, LOGGED, ARN).isEmpty(), "writes no log of what it stops");
    }
}
