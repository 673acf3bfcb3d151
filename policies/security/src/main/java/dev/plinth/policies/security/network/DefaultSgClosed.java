package dev.plinth.policies.security.network;

import static dev.plinth.policy.Framework.AWS_FSBP;
import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.CIS_AWS;
import static dev.plinth.policy.Framework.TRIVY;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.Vpc;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.List;

/** The security group that AWS puts around whatever names none lets nothing through. */
final class DefaultSgClosed implements StackRule {
    private static final ResourceTypes VPCS = ResourceTypes.of(Vpc.class);
    private static final Property<String> ID = VPCS.text("id");
    private static final ResourceTypes GROUPS = ResourceTypes.of(DefaultSecurityGroup.class);
    private static final Property<String> VPC_ID = GROUPS.text("vpcId");
    private static final ObjectProperty<List<Properties>> INGRESS = GROUPS.objects("ingress");
    private static final ObjectProperty<List<Properties>> EGRESS = GROUPS.objects("egress");

    @Override
    public RuleInfo info() {
        var types = ResourceTypes.of(Vpc.class, DefaultSecurityGroup.class);
        return RuleInfo.mandatory(
                        "default-sg-closed", types, "The default security group of a VPC lets nothing through")
                .severity(Severity.HIGH)
                .controls(
                        AWS_FSBP.control("EC2.2"),
                        CIS_AWS.control("5.5"),
                        CHECKOV.control("CKV2_AWS_12"),
                        TRIVY.control("AWS-0173"))
                .why("What is made without a group gets this one, and may then talk to everything else in it.")
                .cure("add a DefaultSecurityGroup with the VPC's id and with no ingress and no egress");
    }

    @Override
    public Judgement check(Resource resource, Stack stack, Context context) {
        return resource.is(VPCS)
                ? Judgement.violatedIf(
                        stack.mayRefer(resource, VPC_ID, ID).isEmpty(),
                        "leaves its default security group as AWS makes it, open inside and to the outside")
                : Judgement.violatedIf(
                        isSaid(resource, INGRESS) || isSaid(resource, EGRESS),
                        "lets through what its rules say, though no resource should rely on it");
    }

    private static boolean isSaid(Resource group, ObjectProperty<List<Properties>> rules) {
        // What only AWS will tell was not written.
        return !group.isUnknown(rules) && group.has(rules);
    }
}
