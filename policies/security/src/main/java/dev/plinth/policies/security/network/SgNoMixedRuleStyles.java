package dev.plinth.policies.security.network;

import com.pulumi.aws.ec2.SecurityGroup;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rules of a security group are written inside it or as resources of their own, but not both. */
final class SgNoMixedRuleStyles implements StackRule {
    private static final ResourceTypes GROUPS = ResourceTypes.of(SecurityGroup.class);
    private static final ObjectProperty<List<Properties>> INGRESS = GROUPS.objects("ingress");
    private static final ObjectProperty<List<Properties>> EGRESS = GROUPS.objects("egress");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "sg-no-mixed-rule-styles",
                        GROUPS,
                        "A security group has its rules inside it or as resources of their own, not both")
                .severity(Severity.MEDIUM)
                .why("Each update of the group takes away the rules that are not inside it, and the next one brings"
                        + " them back: in between, connections fail.")
                .cure("make the rules inside the group resources of their own");
    }

    @Override
    public Judgement check(Resource group, Stack stack, Context context) {
        return Judgement.all(
                () -> judge(group, INGRESS, StandaloneRules.INGRESS, stack),
                () -> judge(group, EGRESS, StandaloneRules.EGRESS, stack));
    }

    private static Judgement judge(
            Resource group, ObjectProperty<List<Properties>> inside, StandaloneRules outside, Stack stack) {
        // What only AWS will tell of the group was not written in it.
        if (group.isUnknown(inside) || !group.has(inside)) {
            return Judgement.kept();
        }
        Set<String> known = outside.ways(group, stack);
        if (known.isEmpty()) {
            return Judgement.kept();
        }
        // Once AWS was asked, a group shows the rules of both styles: those that are resources too are not inside it.
        RuleStyle style = StandaloneRules.inline(inside.fields());
        Set<String> written = group.get(inside).orElse(List.of()).stream()
                .flatMap(style::ways)
                .collect(Collectors.toSet());
        return Judgement.violatedIf(
                !known.containsAll(written),
                "has some of its %s rules inside it and others as resources of their own".formatted(inside.name()));
    }
}
