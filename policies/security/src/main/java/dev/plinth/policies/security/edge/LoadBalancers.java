package dev.plinth.policies.security.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.LoadBalancer;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;

/** Load balancers and their listeners, which the SDK has twice. */
final class LoadBalancers {
    static final ResourceTypes TYPES = ResourceTypes.of(LoadBalancer.class, com.pulumi.aws.alb.LoadBalancer.class);
    static final Property<Boolean> INTERNAL = TYPES.flag("internal");
    private static final Property<String> KIND = TYPES.text("loadBalancerType");

    static final ResourceTypes LISTENERS = ResourceTypes.of(Listener.class, com.pulumi.aws.alb.Listener.class);
    static final Property<String> PROTOCOL = LISTENERS.text("protocol");

    private LoadBalancers() {}

    /** Whether it understands HTTP. */
    static boolean isApplication(Resource balancer) {
        return balancer.get(KIND).orElse("application").equals("application");
    }

    /** Whether it only leads packets through appliances. */
    static boolean isGateway(Resource balancer) {
        return balancer.get(KIND).orElse("").equals("gateway");
    }

    static Judgement noApplication() {
        return Judgement.notApplicable("is about load balancers of the type application");
    }
}
