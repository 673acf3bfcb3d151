package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** Only load balancers that somebody has named face the internet. */
final class AlbPublicAllowList implements ResourceRule {
    record Public(
            @Described("names of the load balancers in the program that may face the internet")
            List<String> balancers) {}

    private static final RuleConfig<Public> PUBLIC = RuleConfig.of(new Public(List.of()));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-public-allow-list", LoadBalancers.TYPES, "Only named load balancers face the internet")
                .severity(Severity.HIGH)
                .controls(TRIVY.control("AWS-0053"))
                .why("A load balancer is public unless told otherwise, and everything behind it with it.")
                .cure("set internal to true, or name the load balancer in the configuration of this rule")
                .config(PUBLIC);
    }

    @Override
    public Judgement check(Resource balancer, Context context) {
        if (LoadBalancers.isGateway(balancer)) {
            return Judgement.notApplicable("leaves gateway load balancers alone, which have no address");
        }
        if (context.get(PUBLIC).balancers().contains(balancer.name())) {
            return Judgement.kept();
        }
        boolean internal = balancer.get(LoadBalancers.INTERNAL).orElse(false);
        return Judgement.violatedIf(!internal, "faces the internet and is not named as one that may");
    }
}
