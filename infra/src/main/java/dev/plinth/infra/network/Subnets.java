package dev.plinth.infra.network;

import com.pulumi.aws.ec2.Route;
import com.pulumi.aws.ec2.RouteArgs;
import com.pulumi.aws.ec2.RouteTable;
import com.pulumi.aws.ec2.RouteTableArgs;
import com.pulumi.aws.ec2.RouteTableAssociation;
import com.pulumi.aws.ec2.RouteTableAssociationArgs;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.VpcBlockPublicAccessExclusion;
import com.pulumi.aws.ec2.VpcBlockPublicAccessExclusionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One tier of subnets, a subnet and a route table in each zone. Without a route it stays closed to the outside. */
final class Subnets extends ComponentResource {
    private static final String ANYWHERE = "0.0.0.0/0";

    private final String name;
    private final CustomResourceOptions child;
    private final Map<Zone, Subnet> subnets = new LinkedHashMap<>();
    private final Map<Zone, RouteTable> tables = new LinkedHashMap<>();

    Subnets(String name, Tier tier, NetworkSpec spec, Output<String> vpcId, Scope scope) {
        super("plinth:network:Subnets", name, scope.options());
        this.name = name;
        this.child = CustomResourceOptions.builder().parent(this).build();
        for (var zone : spec.zones()) {
            var block = tier.block(spec.cidr(), zone);
            var subnet = new Subnet(zoned(zone), subnetArgs(zone, block, vpcId, scope), child);
            var table = new RouteTable(
                    zoned(zone),
                    RouteTableArgs.builder()
                            .vpcId(vpcId)
                            .tags(scope.tags(zoned(zone)))
                            .build(),
                    child);
            new RouteTableAssociation(
                    zoned(zone),
                    RouteTableAssociationArgs.builder()
                            .subnetId(subnet.id())
                            .routeTableId(table.id())
                            .build(),
                    child);
            subnets.put(zone, subnet);
            tables.put(zone, table);
        }
        registerOutputs(Map.of("ids", ids()));
    }

    Output<List<String>> ids() {
        return Output.all(subnets.values().stream().map(Subnet::id).toList());
    }

    Output<String> id(Zone zone) {
        return of(zone, subnets).id();
    }

    Output<List<String>> routeTableIds() {
        return Output.all(tables.values().stream().map(RouteTable::id).toList());
    }

    /**
     * Lets connections in that do not come over a route, though the account blocks what comes from the internet: those of
     * CloudFront's VPC origins count as such. A tier without a route to the internet gateway gets no other ones by this.
     */
    void exemptFromPublicAccessBlock(Scope scope) {
        subnets.forEach((zone, subnet) -> new VpcBlockPublicAccessExclusion(
                zoned(zone),
                VpcBlockPublicAccessExclusionArgs.builder()
                        .subnetId(subnet.id())
                        .internetGatewayExclusionMode("allow-bidirectional")
                        .tags(scope.tags(zoned(zone)))
                        .build(),
                child));
    }

    void routeToInternet(Output<String> gatewayId) {
        tables.forEach((zone, table) ->
                new Route(zoned(zone), route(table).gatewayId(gatewayId).build(), child));
    }

    void routeThroughNat(Zone zone, Output<String> natGatewayId) {
        var args = route(of(zone, tables)).natGatewayId(natGatewayId).build();
        new Route(zoned(zone), args, child);
    }

    private SubnetArgs subnetArgs(Zone zone, Cidr block, Output<String> vpcId, Scope scope) {
        return SubnetArgs.builder()
                .vpcId(vpcId)
                .cidrBlock(block.toString())
                .availabilityZone(zone.name())
                // Not even in the public tier: load balancers and NAT gateways bring their own addresses.
                .mapPublicIpOnLaunch(false)
                .tags(scope.tags(zoned(zone)))
                .build();
    }

    private static RouteArgs.Builder route(RouteTable table) {
        return RouteArgs.builder().routeTableId(table.id()).destinationCidrBlock(ANYWHERE);
    }

    private String zoned(Zone zone) {
        return name + "-" + zone.letter();
    }

    private static <T> T of(Zone zone, Map<Zone, T> values) {
        return Optional.ofNullable(values.get(zone))
                .orElseThrow(() -> new IllegalArgumentException("no subnet in zone " + zone.name()));
    }
}
