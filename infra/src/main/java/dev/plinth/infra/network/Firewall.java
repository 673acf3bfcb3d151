package dev.plinth.infra.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.inputs.GetManagedPrefixListArgs;
import com.pulumi.aws.ec2.outputs.GetManagedPrefixListResult;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The security groups of a VPC. They name each other, or a list of addresses that AWS keeps, and never an address; the one
 * exception is the nodes' way out, see {@link #letNodesOut}. The VPC's default group is emptied, so that nothing works by
 * accident.
 */
final class Firewall extends ComponentResource {
    private static final String ANYWHERE = "0.0.0.0/0";
    /** The servers of CloudFront that fetch from origins. It counts as 55 of the 60 rules that a group may have. */
    private static final String CLOUDFRONT = "com.amazonaws.global.cloudfront.origin-facing";

    private final String name;
    private final Map<Party, SecurityGroup> groups = new EnumMap<>(Party.class);
    private final CustomResourceOptions child;

    Firewall(String name, Output<String> vpcId, Scope scope) {
        super("plinth:network:Firewall", name, scope.options());
        this.name = name;
        this.child = scope.child(this);
        new DefaultSecurityGroup(
                name + "-default",
                DefaultSecurityGroupArgs.builder()
                        .vpcId(vpcId)
                        .ingress(List.of())
                        .egress(List.of())
                        .tags(scope.tags(name + "-default-unused"))
                        .build(),
                child);
        for (var party : Party.values()) {
            groups.put(party, group(name + "-" + party.title(), party, vpcId, scope));
        }
        admitCloudFront();
        Flow.INSIDE.forEach(this::allow);
        registerOutputs(Map.of());
    }

    Output<String> groupId(Party party) {
        var group = groups.get(party);
        if (group == null) {
            throw new IllegalStateException("no security group for " + party.title());
        }
        return group.id();
    }

    /** Lets nodes read and write S3 through the gateway endpoint, whose addresses are in AWS's list. */
    void letNodesToS3(Output<String> prefixListId) {
        new SecurityGroupEgressRule(
                name + "-nodes-to-s3",
                egress(Party.NODES, Port.HTTPS, "To S3: layers of images, and files")
                        .prefixListId(prefixListId)
                        .build(),
                child);
    }

    /**
     * Lets nodes open HTTPS connections to anywhere: the API calls webhooks whose addresses its users choose, and the images
     * of the cluster's own programs come from public registries.
     */
    void letNodesOut() {
        new SecurityGroupEgressRule(
                name + "-nodes-to-internet",
                egress(Party.NODES, Port.HTTPS, "To the internet: webhooks and public images")
                        .cidrIpv4(ANYWHERE)
                        .build(),
                child);
    }

    private SecurityGroup group(String groupName, Party party, Output<String> vpcId, Scope scope) {
        var args = SecurityGroupArgs.builder()
                .vpcId(vpcId)
                .description(party.description())
                .tags(scope.tags(groupName))
                .build();
        return new SecurityGroup(groupName, args, child);
    }

    private void admitCloudFront() {
        var prefixList = Ec2Functions.getManagedPrefixList(
                GetManagedPrefixListArgs.builder().name(CLOUDFRONT).build(),
                InvokeOptions.builder().parent(this).build());
        new SecurityGroupIngressRule(
                name + "-cloudfront-to-load-balancer",
                ingress(Party.LOAD_BALANCER, Port.HTTPS, "From CloudFront: requests")
                        .prefixListId(prefixList.applyValue(GetManagedPrefixListResult::id))
                        .build(),
                child);
    }

    private void allow(Flow flow) {
        var purpose = flow.purpose();
        new SecurityGroupEgressRule(
                name + "-" + flow.name(),
                egress(flow.from(), flow.port(), "To %s: %s".formatted(flow.to().title(), purpose))
                        .referencedSecurityGroupId(groupId(flow.to()))
                        .build(),
                child);
        new SecurityGroupIngressRule(
                name + "-" + flow.name(),
                ingress(
                                flow.to(),
                                flow.port(),
                                "From %s: %s".formatted(flow.from().title(), purpose))
                        .referencedSecurityGroupId(groupId(flow.from()))
                        .build(),
                child);
    }

    private SecurityGroupEgressRuleArgs.Builder egress(Party from, int port, String description) {
        return SecurityGroupEgressRuleArgs.builder()
                .securityGroupId(groupId(from))
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description(description);
    }

    private SecurityGroupIngressRuleArgs.Builder ingress(Party to, int port, String description) {
        return SecurityGroupIngressRuleArgs.builder()
                .securityGroupId(groupId(to))
                .ipProtocol("tcp")
                .fromPort(port)
                .toPort(port)
                .description(description);
    }
}
