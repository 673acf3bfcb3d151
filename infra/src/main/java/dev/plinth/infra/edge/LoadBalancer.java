package dev.plinth.infra.edge;

import com.pulumi.aws.lb.Listener;
import com.pulumi.aws.lb.ListenerArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionRedirectArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.enums.RecordType;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.release.Colour;
import java.util.List;
import java.util.Map;

/**
 * The API's load balancer: HTTPS only, a blue and a green target group behind it, requests shared by the release's
 * weights.
 */
public final class LoadBalancer extends ComponentResource {
    private static final int HTTPS = 443;

    private final EdgeSpec spec;
    private final CustomResourceOptions child;
    private final com.pulumi.aws.lb.LoadBalancer balancer;
    private final TargetGroups targetGroups;
    private final Listener https;

    public LoadBalancer(String name, LoadBalancerArgs args, Scope scope) {
        super("plinth:edge:LoadBalancer", name, scope.options());
        this.spec = args.spec();
        this.child = CustomResourceOptions.builder().parent(this).build();
        var certificate = new Certificate(name + "-certificate", spec.domain(), scope.within(this));
        this.balancer = new com.pulumi.aws.lb.LoadBalancer(name, balancerArgs(name, args, scope), child);
        this.targetGroups = TargetGroups.create(name, args.vpcId(), scope, child);
        this.https = new Listener(name + "-https", httpsArgs(name, args, certificate, scope), child);
        new Listener(name + "-redirect", redirectArgs(name, scope), child);
        if (spec.domain() instanceof Domain.Hosted hosted) {
            addAddress(name, hosted);
        }
        registerOutputs(Map.of("url", url()));
    }

    /** Where the API answers. The port is the one that the listener really got. */
    public Output<String> url() {
        var host = switch (spec.domain()) {
            case Domain.Unnamed() -> balancer.dnsName();
            case Domain.Hosted(String name, String zoneId) -> Output.of(name);
        };
        return Output.tuple(host, https.port()).applyValue(known -> {
            int port = known.t2.orElse(spec.port());
            return "https://" + known.t1 + (port == HTTPS ? "" : ":" + port);
        });
    }

    public Map<Colour, Output<String>> targetGroupArns() {
        return targetGroups.arns();
    }

    private static com.pulumi.aws.lb.LoadBalancerArgs balancerArgs(String name, LoadBalancerArgs args, Scope scope) {
        return com.pulumi.aws.lb.LoadBalancerArgs.builder()
                .loadBalancerType("application")
                .internal(false)
                .subnets(args.placement().subnetIds())
                .securityGroups(args.placement().securityGroupId().applyValue(List::of))
                .dropInvalidHeaderFields(true)
                .desyncMitigationMode("defensive")
                .enableDeletionProtection(args.spec().deletionProtection())
                .tags(scope.tags(name))
                .build();
    }

    private ListenerArgs httpsArgs(String name, LoadBalancerArgs args, Certificate certificate, Scope scope) {
        return ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(spec.port())
                .protocol("HTTPS")
                // Without one, AWS falls back to a policy of 2016.
                .sslPolicy(spec.tlsPolicy().awsName())
                .certificateArn(certificate.arn())
                .defaultActions(targetGroups.forward(args.weights()))
                .routingHttpResponseServerEnabled(false)
                .routingHttpResponseStrictTransportSecurityHeaderValue("max-age=31536000; includeSubDomains")
                .routingHttpResponseXContentTypeOptionsHeaderValue("nosniff")
                .routingHttpResponseXFrameOptionsHeaderValue("DENY")
                .tags(scope.tags(name + "-https"))
                .build();
    }

    private ListenerArgs redirectArgs(String name, Scope scope) {
        return ListenerArgs.builder()
                .loadBalancerArn(balancer.arn())
                .port(spec.redirectPort())
                .protocol("HTTP")
                .defaultActions(ListenerDefaultActionArgs.builder()
                        .type("redirect")
                        .redirect(ListenerDefaultActionRedirectArgs.builder()
                                .protocol("HTTPS")
                                .port(https.port().applyValue(port -> String.valueOf(port.orElse(spec.port()))))
                                .statusCode("HTTP_301")
                                .build())
                        .build())
                .tags(scope.tags(name + "-redirect"))
                .build();
    }

    private void addAddress(String name, Domain.Hosted domain) {
        var args = RecordArgs.builder()
                .zoneId(domain.zoneId())
                .name(domain.name())
                .type(RecordType.A)
                .aliases(RecordAliasArgs.builder()
                        .name(balancer.dnsName())
                        .zoneId(balancer.zoneId())
                        .evaluateTargetHealth(true)
                        .build())
                .build();
        new Record(name, args, child);
    }
}
