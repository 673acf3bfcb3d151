package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;

/** A load balancer does not only watch while requests are smuggled through it. */
final class AlbDesyncMode implements RemediatingRule {
    private static final Property<String> MODE = LoadBalancers.TYPES.text("desyncMitigationMode");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-desync-mode", LoadBalancers.TYPES, "A load balancer stops requests that are ambiguous")
                .controls(AWS_FSBP.control("ELB.12"), CHECKOV.control("CKV_AWS_328"))
                .why("An ambiguous request can carry a second one past the firewall and into another user's session.")
                .cure("set desyncMitigationMode to defensive or strictest");
    }

    @Override
    public Judgement check(Resource balancer, Context context) {
        if (!LoadBalancers.isApplication(balancer)) {
            return LoadBalancers.noApplication();
        }
        return Judgement.violatedIf(
                onlyWatches(balancer), "only counts ambiguous requests, as desyncMitigationMode is monitor");
    }

    @Override
    public Patch remedy(Resource balancer, Context context) {
        boolean broken = LoadBalancers.isApplication(balancer) && onlyWatches(balancer);
        return broken ? Patch.put(MODE, "defensive") : Patch.NONE;
    }

    private static boolean onlyWatches(Resource balancer) {
        return balancer.get(MODE).orElse("").equals("monitor");
    }
}
