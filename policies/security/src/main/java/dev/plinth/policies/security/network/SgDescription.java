package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import java.util.List;

/** A security group and each of its rules says what it is for. */
final class SgDescription implements ResourceRule {
    /** What the provider writes where the program says nothing. */
    private static final String FILLED_IN = "Managed by Pulumi";

    private static final ResourceTypes TYPES = ResourceTypes.of(
            SecurityGroup.class,
            SecurityGroupRule.class,
            SecurityGroupIngressRule.class,
            SecurityGroupEgressRule.class);
    private static final Property<String> DESCRIPTION = TYPES.text("description");

    private static final ResourceTypes GROUPS = ResourceTypes.of(SecurityGroup.class);
    private static final ObjectProperty<List<Properties>> INGRESS = GROUPS.objects("ingress");
    private static final ObjectProperty<List<Properties>> EGRESS = GROUPS.objects("egress");
    private static final Property<String> INGRESS_DESCRIPTION = INGRESS.fields().text("description");
    private static final Property<String> EGRESS_DESCRIPTION = EGRESS.fields().text("description");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("sg-description", TYPES, "A security group and its rules say what they are for")
                .severity(Severity.LOW)
                .controls(CHECKOV.control("CKV_AWS_23"), TRIVY.control("AWS-0099"), TRIVY.control("AWS-0124"))
                .why("Nobody dares to remove a rule whose purpose nobody knows, so it stays open for ever.")
                .cure("say in description who talks to whom, and what for");
    }

    @Override
    public Judgement check(Resource resource, Context context) {
        Judgement own = Judgement.violatedIf(!isSaid(resource), "does not say in a description what it is for");
        return resource.is(GROUPS)
                ? Judgement.all(
                        () -> own,
                        () -> resource.each(INGRESS, rule -> inline(rule, INGRESS_DESCRIPTION)),
                        () -> resource.each(EGRESS, rule -> inline(rule, EGRESS_DESCRIPTION)))
                : own;
    }

    private static boolean isSaid(Resource resource) {
        if (resource.isUnknown(DESCRIPTION)) {
            // What is not known yet is not what the provider fills in.
            return true;
        }
        String text = resource.get(DESCRIPTION).orElse("");
        return !text.isEmpty() && !text.equals(FILLED_IN);
    }

    private static Judgement inline(Properties rule, Property<String> description) {
        return Judgement.violatedIf(
                !rule.has(description), "has a rule that does not say in a description what it is for");
    }
}
