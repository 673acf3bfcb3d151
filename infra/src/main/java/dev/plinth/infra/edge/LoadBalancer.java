package dev.plinth.infra.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerAccessLogsArgs;
import com.pulumi.aws.lb.inputs.LoadBalancerConnectionLogsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import java.util.List;
import java.util.Map;

/**
 * The API's load balancer, inside the network and reached by the CDN alone: HTTPS only, a blue and a green target group
 * behind it, requests shared by the release's weights.
 */
final class LoadBalancer extends ComponentResource {
    static final int HTTPS = 443;
    /** TLS 1.3, and 1.2 with forward secrecy; key exchange that is safe from quantum computers where both know it. */
    private static final String TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09";
    /**
     * Whoever sends on a connection must be the first to give it up, or requests get lost: longer than CloudFront keeps
     * one ({@link Distribution#KEEP_ALIVE_SECONDS}), shorter than the API's server does (Helidon: five minutes).
     */
    private static final int IDLE_SECONDS = 75;

    private final Scope scope;
    private final com.pulumi.aws.lb.LoadBalancer balancer;
    private final TargetGroups targetGroups;
    private final Listener https;

    LoadBalancer(String name, LoadBalancerArgs args, Scope scope) {
        super("plinth:edge:LoadBalancer", name, scope.options());
        this.scope = scope;
        CustomResourceOptions child = scope.child(this);
        this.balancer = new com.pulumi.aws.lb.LoadBalancer(name, balancerArgs(name, args), child);
        this.targetGroups = TargetGroups.create(name, args.inside().vpcId(), scope, child);
        this.https = new Listener(name + "-https", httpsArgs(name + "-https", args), child);
        registerOutputs(Map.of("arn", arn()));
    }

    Output<String> arn() {
        return balancer.arn();
    }

    /** How CloudWatch calls it. */
    Output<String> metricName() {
        return balancer.arnSuffix();
    }

    Output<String> dnsName() {
        return balancer.dnsName();
    }

    Output<String> listenerArn() {
        return https.arn();
    }

    TargetGroups targetGroups() {
        return targetGroups;
    }

    private com.pulumi.aws.lb.LoadBalancerArgs balancerArgs(String name, LoadBalancerArgs args) {
        return com.pulumi.aws.lb.LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .internal(true)
                .subnets(args.inside().placement().subnetIds())
                .securityGroups(args.inside().placement().securityGroupId().applyValue(List::of))
                .dropInvalidHeaderFields(true)
                // Only CloudFront comes here, and what it sends follows the standard to the letter.
                .desyncMitigationMode("strictest")
                .idleTimeout(IDLE_SECONDS)
                .enableZonalShift(true)
                .enableDeletionProtection(args.deletionProtection())
                .accessLogs(LoadBalancerAccessLogsArgs.builder()
                        .enabled(true)
                        .bucket(args.logBucket())
                        .prefix(EdgeLogs.REQUESTS)
                        .build())
                .connectionLogs(LoadBalancerConnectionLogsArgs.builder()
                        .enabled(true)
                        .bucket(args.logBucket())
                        .prefix(EdgeLogs.CONNECTIONS)
                        .build())
                .tags(scope.tags(name))
                .build();
    }

    private ListenerArgs httpsArgs(String name, LoadBalancerArgs args) {
        return ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(HTTPS)
                .protocol("HTTPS")
                // Without one, AWS falls back to a policy of 2016.
                .sslPolicy(TLS_POLICY)
                .certificateArn(args.certificateArn())
                .defaultActions(targetGroups.forward(args.inside().weights()))
                .routingHttpResponseServerEnabled(false)
                .routingHttpResponseStrictTransportSecurityHeaderValue(
                        args.hsts().header())
                .routingHttpResponseXContentTypeOptionsHeaderValue("nosniff")
                .routingHttpResponseXFrameOptionsHeaderValue("DENY")
                .tags(scope.tags(name))
                .build();
    }
}
