package dev.plinth.policies.backup.resilience;

import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.rds.SubnetGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** A database or a cache can be in more than one zone. */
final class RdsSubnetGroupSpread implements StackRule {
    record Limits(
            @Described(value = "zones that a subnet group is in at least", min = 1)
            int zonesMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(2));
    private static final ResourceTypes GROUPS =
            ResourceTypes.of(SubnetGroup.class, com.pulumi.aws.elasticache.SubnetGroup.class);
    private static final Property<List<String>> SUBNET_IDS = GROUPS.texts("subnetIds");
    private static final ResourceTypes SUBNETS = ResourceTypes.of(Subnet.class);
    private static final Property<String> ID = SUBNETS.text("id");
    private static final Property<String> ZONE = SUBNETS.text("availabilityZone");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "rds-subnet-group-spread", GROUPS, "The subnets of a database or a cache are in several zones")
                .severity(Severity.HIGH)
                .why("A standby can only be where there is a subnet: in one zone, all copies are lost together.")
                .cure("name subnets of at least as many zones as the rule asks for in subnetIds")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource group, Stack stack, Context context) {
        int needed = context.get(LIMITS).zonesMin();
        List<String> ids = group.get(SUBNET_IDS).orElse(List.of());
        if (ids.size() < needed) {
            return Judgement.violated("has %d subnets, needs one in each of %d zones".formatted(ids.size(), needed));
        }
        List<Resource> known = stack.referenced(group, SUBNET_IDS, ID).stream()
                .filter(subnet -> isOneOf(ids, subnet))
                .toList();
        if (known.size() < ids.size()) {
            // Nobody knows the zones of subnets that are made elsewhere.
            return Judgement.kept();
        }
        long zones = known.stream()
                .flatMap(subnet -> subnet.get(ZONE).stream())
                .distinct()
                .count();
        return Judgement.violatedIf(
                zones < needed, "has all its subnets in %d zones, needs %d".formatted(zones, needed));
    }

    /** A list may be made from more subnets than it names in the end. */
    private static boolean isOneOf(List<String> ids, Resource subnet) {
        return subnet.isUnknown(ID) || subnet.get(ID).map(ids::contains).orElse(true);
    }
}
