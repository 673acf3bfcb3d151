package dev.plinth.infra.network;

import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** AWS's services inside the network, so that calls of them do not leave it: S3 by a route, the others by an address. */
final class Endpoints extends ComponentResource {
    /**
     * What pods and nodes call: pulling images, log delivery, secrets and their keys, sessions of pods, and what the nodes,
     * the network plug-in and the load balancer controller ask when they start.
     */
    private static final Map<String, Reach> SERVICES = new TreeMap<>(Map.of(
            "ec2", Reach.SHARED,
            "ecr.api", Reach.SHARED,
            "ecr.dkr", Reach.SHARED,
            "eks", Reach.OWN,
            "eks-auth", Reach.OWN,
            "elasticloadbalancing", Reach.OWN,
            "kms", Reach.OWN,
            "logs", Reach.OWN,
            "secretsmanager", Reach.OWN,
            "sts", Reach.SHARED));

    private final Output<String> s3PrefixListId;

    Endpoints(String name, EndpointsArgs args, Scope scope) {
        super("plinth:network:Endpoints", name, scope.options());
        var child = scope.child(this);
        this.s3PrefixListId = new VpcEndpoint(name + "-s3", s3Args(name, args, scope), child).prefixListId();
        if (args.interfaces()) {
            SERVICES.forEach((service, reach) -> {
                var endpointName = name + "-" + service.replace('.', '-');
                var endpointArgs = endpoint(endpointName, service, args, scope)
                        .vpcEndpointType("Interface")
                        .subnetIds(args.placement().subnetIds())
                        .securityGroupIds(args.placement().securityGroupId().applyValue(List::of))
                        .privateDnsEnabled(true)
                        .policy(reach.policy(scope.account()).json())
                        .build();
                new VpcEndpoint(endpointName, endpointArgs, child);
            });
        }
        registerOutputs(Map.of());
    }

    /** AWS's list of S3's addresses, which security groups name. */
    Output<String> s3PrefixListId() {
        return s3PrefixListId;
    }

    private static VpcEndpointArgs s3Args(String name, EndpointsArgs args, Scope scope) {
        return endpoint(name + "-s3", "s3", args, scope)
                .vpcEndpointType("Gateway")
                .routeTableIds(args.routeTableIds())
                .policy(Reach.s3(scope.account()).json())
                .build();
    }

    private static VpcEndpointArgs.Builder endpoint(String name, String service, EndpointsArgs args, Scope scope) {
        return VpcEndpointArgs.builder()
                .vpcId(args.vpcId())
                .serviceName("com.amazonaws.%s.%s".formatted(scope.account().region(), service))
                .tags(scope.tags(name));
    }
}
