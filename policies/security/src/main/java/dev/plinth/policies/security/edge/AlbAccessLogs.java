package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;

/** A load balancer writes down who asked for what. */
final class AlbAccessLogs implements ResourceRule {
    private static final ObjectProperty<Properties> LOGS = LoadBalancers.TYPES.object("accessLogs");
    private static final Property<Boolean> ENABLED = LOGS.fields().flag("enabled");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("alb-access-logs", LoadBalancers.TYPES, "A load balancer writes an access log")
                .controls(AWS_FSBP.control("ELB.5"), CHECKOV.control("CKV_AWS_91"))
                .why("After an attack or an outage nobody can tell which requests came, from where, and what they got.")
                .cure("set accessLogs with a bucket and enabled as true");
    }

    @Override
    public Judgement check(Resource balancer, Context context) {
        if (!LoadBalancers.isApplication(balancer)) {
            return LoadBalancers.noApplication();
        }
        boolean enabled = balancer.get(LOGS).flatMap(logs -> logs.get(ENABLED)).orElse(false);
        return Judgement.violatedIf(!enabled, "writes no access log, as accessLogs.enabled is not true");
    }
}
