package dev.plinth.infra.network;

import com.pulumi.aws.ec2.DefaultRouteTable;
import com.pulumi.aws.ec2.DefaultRouteTableArgs;
import com.pulumi.aws.ec2.Eip;
import com.pulumi.aws.ec2.EipArgs;
import com.pulumi.aws.ec2.InternetGateway;
import com.pulumi.aws.ec2.InternetGatewayArgs;
import com.pulumi.aws.ec2.NatGateway;
import com.pulumi.aws.ec2.NatGatewayArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/**
 * A VPC with public, private and isolated data subnets in every zone, and the firewall between its parties. Nothing in it is
 * reached from the internet but by CloudFront.
 */
public final class Network extends ComponentResource {
    private final List<Zone> zones;
    private final Output<String> vpcId;
    private final Subnets publicTier;
    private final Subnets privateTier;
    private final Subnets dataTier;
    private final Firewall firewall;
    private final Scope scope;
    private final CustomResourceOptions child;

    public Network(String name, NetworkArgs args, Scope scope) {
        super("plinth:network:Network", name, scope.options());
        this.scope = scope;
        this.child = CustomResourceOptions.builder().parent(this).build();
        var spec = args.spec();
        var within = scope.within(this);
        this.zones = spec.zones();
        var vpc = new Vpc(name, vpcArgs(name, spec), child);
        this.vpcId = vpc.id();
        closeDefaultRoutes(name, vpc);
        this.publicTier = new Subnets(name + "-public", Tier.PUBLIC, spec, vpcId, within);
        this.privateTier = new Subnets(name + "-private", Tier.PRIVATE, spec, vpcId, within);
        this.dataTier = new Subnets(name + "-data", Tier.DATA, spec, vpcId, within);
        this.firewall = new Firewall(name + "-firewall", vpcId, within);
        var gateway = new InternetGateway(
                name,
                InternetGatewayArgs.builder()
                        .vpcId(vpcId)
                        .tags(scope.tags(name))
                        .build(),
                child);
        publicTier.routeToInternet(gateway.id());
        addNatGateways(name, spec.natGateways(), gateway);
        privateTier.exemptFromPublicAccessBlock(scope);
        addEndpoints(name + "-endpoints", spec, within);
        new FlowLogs(name + "-flows", vpcId, args.signals(), within);
        registerOutputs(Map.of("vpcId", vpcId, "privateSubnetIds", privateTier.ids()));
    }

    public Output<String> vpcId() {
        return vpcId;
    }

    /** Where a party stands. */
    public Placement placement(Party party) {
        var subnets = switch (party) {
            case LOAD_BALANCER, NODES, DATABASE_PROXY, ROTATION, ENDPOINTS -> privateTier;
            case DATABASE, CACHE -> dataTier;
        };
        return new Placement(zones.stream().map(Zone::name).toList(), subnets.ids(), firewall.groupId(party));
    }

    private VpcArgs vpcArgs(String name, NetworkSpec spec) {
        return VpcArgs.builder()
                .cidrBlock(spec.cidr().toString())
                .enableDnsSupport(true)
                .enableDnsHostnames(true)
                .tags(scope.tags(name))
                .build();
    }

    /** Subnets have tables of their own: one that is forgotten there leads nowhere. */
    private void closeDefaultRoutes(String name, Vpc vpc) {
        var args = DefaultRouteTableArgs.builder()
                .defaultRouteTableId(vpc.defaultRouteTableId())
                .routes(List.of())
                .tags(scope.tags(name + "-default-unused"))
                .build();
        new DefaultRouteTable(name + "-default", args, child);
    }

    private void addEndpoints(String name, NetworkSpec spec, Scope within) {
        var tables = Output.concatList(privateTier.routeTableIds(), dataTier.routeTableIds());
        var args = new EndpointsArgs(vpcId, placement(Party.ENDPOINTS), tables, spec.interfaceEndpoints());
        firewall.letNodesToS3(new Endpoints(name, args, within).s3PrefixListId());
    }

    private void addNatGateways(String name, NatGateways natGateways, InternetGateway gateway) {
        var served = switch (natGateways) {
            case NONE -> List.<Zone>of();
            case ONE -> zones.subList(0, 1);
            case PER_ZONE -> zones;
        };
        if (served.isEmpty()) {
            return;
        }
        firewall.letNodesOut();
        var gateways = served.stream()
                .map(zone -> natGateway(name + "-nat-" + zone.letter(), zone, gateway))
                .toList();
        for (int index = 0; index < zones.size(); index++) {
            privateTier.routeThroughNat(
                    zones.get(index), gateways.get(index % gateways.size()).id());
        }
    }

    private NatGateway natGateway(String name, Zone zone, InternetGateway gateway) {
        var address = new Eip(
                name, EipArgs.builder().domain("vpc").tags(scope.tags(name)).build(), child);
        var args = NatGatewayArgs.builder()
                .subnetId(publicTier.id(zone))
                .allocationId(address.id())
                .tags(scope.tags(name))
                .build();
        // AWS asks for the order: a NAT gateway needs the internet gateway, though it does not name it.
        return new NatGateway(
                name,
                args,
                CustomResourceOptions.builder().parent(this).dependsOn(gateway).build());
    }
}
