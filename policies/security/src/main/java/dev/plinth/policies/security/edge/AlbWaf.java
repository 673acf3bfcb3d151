package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.wafv2.WebAclAssociation;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** What faces the internet has a firewall before it, which nothing passes when it is down. */
final class AlbWaf implements StackRule {
    private static final Property<String> ARN = LoadBalancers.TYPES.text("arn");
    private static final Property<Boolean> OPEN_ON_FAILURE = LoadBalancers.TYPES.flag("enableWafFailOpen");
    private static final Property<String> GUARDED =
            ResourceTypes.of(WebAclAssociation.class).text("resourceArn");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("alb-waf", LoadBalancers.TYPES, "A public load balancer is behind a web ACL")
                .controls(AWS_FSBP.control("ELB.16"), CHECKOV.control("CKV2_AWS_28"))
                .why("Known attacks and floods of requests reach the application, which has to cope with them alone.")
                .cure("add a WebAclAssociation with the ARN of the load balancer, and leave enableWafFailOpen false");
    }

    @Override
    public Judgement check(Resource balancer, Stack stack, Context context) {
        if (!LoadBalancers.isApplication(balancer)) {
            return LoadBalancers.noApplication();
        }
        if (balancer.get(LoadBalancers.INTERNAL).orElse(false)) {
            return Judgement.notApplicable("is about load balancers that face the internet");
        }
        if (stack.mayRefer(balancer, GUARDED, ARN).isEmpty()) {
            return Judgement.violated("faces the internet without a web ACL");
        }
        return Judgement.violatedIf(
                balancer.get(OPEN_ON_FAILURE).orElse(false),
                "lets everything through while its web ACL does not answer, as enableWafFailOpen is true");
    }
}
