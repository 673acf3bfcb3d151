package dev.plinth.policies.security.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Shape;
import dev.plinth.policy.Stack;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The rules of security groups that are resources of their own, in one direction. */
final class StandaloneRules {
    private static final Property<String> GROUP_ID =
            ResourceTypes.of(SecurityGroup.class).text("id");

    private static final ResourceTypes OLD = ResourceTypes.of(SecurityGroupRule.class);
    private static final Property<String> OLD_GROUP = OLD.text("securityGroupId");
    private static final Property<String> OLD_DIRECTION = OLD.text("type");
    private static final RuleStyle OLD_STYLE = RuleStyle.ofLists(OLD)
            .with(List.of(OLD.text("sourceSecurityGroupId")), List.of(OLD.texts("prefixListIds")));

    static final StandaloneRules INGRESS =
            new StandaloneRules("ingress", ResourceTypes.of(SecurityGroupIngressRule.class));
    static final StandaloneRules EGRESS =
            new StandaloneRules("egress", ResourceTypes.of(SecurityGroupEgressRule.class));

    private final String direction;
    private final Property<String> group;
    private final RuleStyle style;

    private StandaloneRules(String direction, ResourceTypes types) {
        this.direction = direction;
        this.group = types.text("securityGroupId");
        this.style = RuleStyle.ofOne(types)
                .with(List.of(types.text("prefixListId"), types.text("referencedSecurityGroupId")), List.of());
    }

    /** Rules that are written inside a group. */
    static RuleStyle inline(Shape rules) {
        return RuleStyle.ofLists(rules)
                .with(List.of(), List.of(rules.texts("prefixListIds"), rules.texts("securityGroups")));
    }

    /** What they let through to or from a group. */
    Set<String> ways(Resource of, Stack stack) {
        var ways = new HashSet<String>();
        for (Resource rule : stack.referring(of, group, GROUP_ID)) {
            style.ways(rule.properties()).forEach(ways::add);
        }
        for (Resource rule : stack.referring(of, OLD_GROUP, GROUP_ID)) {
            if (rule.get(OLD_DIRECTION).orElse("").equals(direction)) {
                OLD_STYLE.ways(rule.properties()).forEach(ways::add);
            }
        }
        return ways;
    }
}
