package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** Headers that are no valid ones never reach the application. */
final class AlbDropInvalidHeaders implements RemediatingRule {
    private static final Property<Boolean> DROPPED = LoadBalancers.TYPES.flag("dropInvalidHeaderFields");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-drop-invalid-headers",
                        LoadBalancers.TYPES,
                        "A load balancer drops headers that are not valid")
                .severity(Severity.HIGH)
                .controls(AWS_FSBP.control("ELB.4"), CHECKOV.control("CKV_AWS_131"), TRIVY.control("AWS-0052"))
                .why("Two servers that read a malformed header differently can be made to take one request for two.")
                .cure("set dropInvalidHeaderFields to true");
    }

    @Override
    public Judgement check(Resource balancer, Context context) {
        if (!LoadBalancers.isApplication(balancer)) {
            return LoadBalancers.noApplication();
        }
        return Judgement.violatedIf(!isKept(balancer), "passes on headers that are not valid");
    }

    @Override
    public Patch remedy(Resource balancer, Context context) {
        boolean kept = !LoadBalancers.isApplication(balancer) || isKept(balancer);
        return kept ? Patch.NONE : Patch.put(DROPPED, true);
    }

    private static boolean isKept(Resource balancer) {
        return balancer.get(DROPPED).orElse(false);
    }
}
