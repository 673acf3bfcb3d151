package dev.plinth.policies.security.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What security groups let in from the internet, in each of the ways to write it. */
final class Openings {
    /** What can let somebody in. */
    static final ResourceTypes TYPES =
            ResourceTypes.of(SecurityGroup.class, SecurityGroupRule.class, SecurityGroupIngressRule.class);

    private static final ResourceTypes GROUPS = ResourceTypes.of(SecurityGroup.class);
    private static final ObjectProperty<List<Properties>> INGRESS = GROUPS.objects("ingress");
    private static final RuleStyle INLINE = RuleStyle.ofLists(INGRESS.fields());

    private static final ResourceTypes RULES = ResourceTypes.of(SecurityGroupRule.class);
    private static final Property<String> DIRECTION = RULES.text("type");
    private static final RuleStyle OLD = RuleStyle.ofLists(RULES);

    private static final RuleStyle NEW = RuleStyle.ofOne(ResourceTypes.of(SecurityGroupIngressRule.class));

    private Openings() {}

    /** Judges each way in by its ports; what the check says counts only if it is open to the internet. */
    static Judgement judge(Resource resource, Function<PortRange, Optional<String>> check) {
        if (resource.is(GROUPS)) {
            return resource.each(INGRESS, rule -> judge(INLINE, rule, check));
        }
        if (!resource.is(RULES)) {
            return judge(NEW, resource.properties(), check);
        }
        return resource.get(DIRECTION).orElse("").equals("ingress")
                ? judge(OLD, resource.properties(), check)
                : Judgement.notApplicable("is about what is let in");
    }

    private static Judgement judge(RuleStyle style, Properties rule, Function<PortRange, Optional<String>> check) {
        // The ports first: who may use a port that nobody minds need not be known.
        Optional<String> complaint = style.ports(rule).flatMap(check);
        return complaint.isPresent() && style.isForAnybody(rule)
                ? Judgement.violated(complaint.get())
                : Judgement.kept();
    }
}
