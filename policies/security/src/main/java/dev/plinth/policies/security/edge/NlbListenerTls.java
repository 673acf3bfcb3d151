package dev.plinth.policies.security.edge;

import static dev.plinth.policy.Framework.AWS_FSBP;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import java.util.List;
import java.util.Set;

/** A network load balancer ends TLS, unless its targets are known to do so. */
final class NlbListenerTls implements ResourceRule {
    record Passing(
            @Described("names of the listeners that may pass on what they get, as their targets end TLS or need none")
            List<String> listeners) {}

    private static final RuleConfig<Passing> PASSING = RuleConfig.of(new Passing(List.of()));
    private static final Set<String> PLAIN = Set.of("TCP", "UDP", "TCP_UDP");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("nlb-listener-tls", LoadBalancers.LISTENERS, "A network load balancer speaks TLS")
                .controls(AWS_FSBP.control("ELB.18"))
                .why("What is passed on as it came is encrypted only if both ends thought of it.")
                .cure("set protocol to TLS, or name the listener in the configuration of this rule")
                .config(PASSING);
    }

    @Override
    public Judgement check(Resource listener, Context context) {
        if (context.get(PASSING).listeners().contains(listener.name())) {
            return Judgement.notApplicable("leaves a listener alone that may pass on what it gets");
        }
        String protocol = listener.get(LoadBalancers.PROTOCOL).orElse("");
        return Judgement.violatedIf(PLAIN.contains(protocol), "passes on %s without ending TLS".formatted(protocol));
    }
}
