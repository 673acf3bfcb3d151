package dev.plinth.policies.backup.resilience;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.aws.lb.LoadBalancer;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A load balancer survives the loss of a zone, and a careless delete. */
final class AlbResilience implements ResourceRule {
    record Limits(
            @Described(value = "zones that a load balancer stands in at least", min = 1)
            int zonesMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(2));
    private static final ResourceTypes BALANCERS =
            ResourceTypes.of(LoadBalancer.class, com.pulumi.aws.alb.LoadBalancer.class);
    private static final Property<String> TYPE = BALANCERS.text("loadBalancerType");
    private static final Property<Boolean> PROTECTED = BALANCERS.flag("enableDeletionProtection");
    private static final Property<Boolean> CROSS_ZONE = BALANCERS.flag("enableCrossZoneLoadBalancing");
    private static final Property<List<String>> SUBNETS = BALANCERS.texts("subnets");
    private static final ObjectProperty<List<Properties>> MAPPINGS = BALANCERS.objects("subnetMappings");
    private static final String APPLICATION = "application";

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "alb-resilience",
                        BALANCERS,
                        "A load balancer outlives the loss of a zone and a careless delete")
                .severity(Severity.MEDIUM)
                .controls(
                        AWS_FSBP.control("ELB.6"),
                        AWS_FSBP.control("ELB.13"),
                        CHECKOV.control("CKV_AWS_150"),
                        CHECKOV.control("CKV_AWS_152"))
                .why(
                        "All requests come through it: when it is gone or stands in a lost zone, so is everything behind it.")
                .cure("set enableDeletionProtection to true, name a subnet in each of several zones, and let a network"
                        + " load balancer share out across zones")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource balancer, Context context) {
        int needed = context.get(LIMITS).zonesMin();
        boolean application = balancer.get(TYPE).orElse(APPLICATION).equals(APPLICATION);
        return Judgement.all(
                () -> Judgement.violatedIf(
                        !balancer.get(PROTECTED).orElse(false),
                        "can be deleted by mistake, as enableDeletionProtection is not true"),
                () -> checkZones(balancer, application, needed),
                // An application load balancer always does.
                () -> Judgement.violatedIf(
                        !application && !balancer.get(CROSS_ZONE).orElse(false),
                        "leaves a zone's requests to that zone, as enableCrossZoneLoadBalancing is not true"));
    }

    private static Judgement checkZones(Resource balancer, boolean application, int needed) {
        boolean unknown = balancer.isUnknown(SUBNETS) || balancer.isUnknown(MAPPINGS);
        // AWS itself refuses an application load balancer in fewer than two.
        if (unknown && application) {
            return Judgement.kept();
        }
        int zones = balancer.get(SUBNETS).orElse(List.of()).size()
                + balancer.get(MAPPINGS).orElse(List.of()).size();
        return Judgement.violatedIf(zones < needed, "stands in %d zones, needs %d".formatted(zones, needed));
    }
}
