package dev.plinth.infra.network;

import com.pulumi.aws.ec2.DefaultSecurityGroup;
import com.pulumi.aws.ec2.DefaultSecurityGroupArgs;
import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.vpc.SecurityGroupEgressRule;
import com.pulumi.aws.vpc.SecurityGroupEgressRuleArgs;
import com.pulumi.aws.vpc.SecurityGroupIngressRule;
import com.pulumi.aws.vpc.SecurityGroupIngressRuleArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The security groups of a VPC. Inside, they name each other and never an address; only the load balancer's open ports
 * take connections from anywhere. The VPC's default group is emptied, so that nothing works by accident.
 */
final class Firewall extends ComponentResource {
    private static final String ANYWHERE = "0.0.0.0/0";

    private final Map<Party, SecurityGroup> groups = new EnumMap<>(Party.class);
    private final CustomResourceOptions child;

    Firewall(String name, Output<String> vpcId, List<Integer> openPorts, Scope scope) {
        super("plinth:network:Firewall", name, scope.options());
        this.child = CustomResourceOptions.builder().parent(this).build();
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
        openPorts.forEach(port -> open(name, port));
        Flow.INSIDE.forEach(flow -> allow(name, flow));
        registerOutputs(Map.of());
    }

    Output<String> groupId(Party party) {
        return group(party).id();
    }

    private SecurityGroup group(String name, Party party, Output<String> vpcId, Scope scope) {
        var args = SecurityGroupArgs.builder()
                .vpcId(vpcId)
                .description(party.description())
                .tags(scope.tags(name))
                .build();
        return new SecurityGroup(name, args, child);
    }

    private void open(String name, int port) {
        new SecurityGroupIngressRule(
                "%s-internet-to-%s-%d".formatted(name, Party.LOAD_BALANCER.title(), port),
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(groupId(Party.LOAD_BALANCER))
                        .cidrIpv4(ANYWHERE)
                        .ipProtocol("tcp")
                        .fromPort(port)
                        .toPort(port)
                        .description("Requests from the internet")
                        .build(),
                child);
    }

    private void allow(String name, Flow flow) {
        new SecurityGroupEgressRule(
                name + "-" + flow.name(),
                SecurityGroupEgressRuleArgs.builder()
                        .securityGroupId(groupId(flow.from()))
                        .referencedSecurityGroupId(groupId(flow.to()))
                        .ipProtocol("tcp")
                        .fromPort(flow.port())
                        .toPort(flow.port())
                        .description("To %s: %s".formatted(flow.to().title(), flow.purpose()))
                        .build(),
                child);
        new SecurityGroupIngressRule(
                name + "-" + flow.name(),
                SecurityGroupIngressRuleArgs.builder()
                        .securityGroupId(groupId(flow.to()))
                        .referencedSecurityGroupId(groupId(flow.from()))
                        .ipProtocol("tcp")
                        .fromPort(flow.port())
                        .toPort(flow.port())
                        .description("From %s: %s".formatted(flow.from().title(), flow.purpose()))
                        .build(),
                child);
    }

    private SecurityGroup group(Party party) {
        var group = groups.get(party);
        if (group == null) {
            throw new IllegalStateException("no security group for " + party.title());
        }
        return group;
    }
}
