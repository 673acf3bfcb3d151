package dev.plinth.infra.edge;

import com.pulumi.aws.lb.TargetGroup;
import com.pulumi.aws.lb.TargetGroupArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardArgs;
import com.pulumi.aws.lb.inputs.ListenerDefaultActionForwardTargetGroupArgs;
import com.pulumi.aws.lb.inputs.TargetGroupHealthCheckArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.release.Colour;
import dev.plinth.infra.release.Drain;
import dev.plinth.infra.release.Weights;
import java.util.Map;

/** Blue and green at the load balancer. Both exist from the first update on, whatever their weights. */
record TargetGroups(TargetGroup blue, TargetGroup green) {
    private static final String HEALTH_PATH = "/health/ready";

    static TargetGroups create(String name, Output<String> vpcId, Scope scope, CustomResourceOptions child) {
        return new TargetGroups(
                create(name, Colour.BLUE, vpcId, scope, child), create(name, Colour.GREEN, vpcId, scope, child));
    }

    Map<Colour, Output<String>> arns() {
        return Map.of(Colour.BLUE, blue.arn(), Colour.GREEN, green.arn());
    }

    TargetGroup of(Colour colour) {
        return colour == Colour.BLUE ? blue : green;
    }

    /** Shares requests by the weights. They are never ignored: see docs/decisions/0053. */
    ListenerDefaultActionArgs forward(Weights weights) {
        return ListenerDefaultActionArgs.builder()
                .type("forward")
                .forward(ListenerDefaultActionForwardArgs.builder()
                        .targetGroups(weighted(blue, weights, Colour.BLUE), weighted(green, weights, Colour.GREEN))
                        .build())
                .build();
    }

    private static ListenerDefaultActionForwardTargetGroupArgs weighted(
            TargetGroup group, Weights weights, Colour colour) {
        return ListenerDefaultActionForwardTargetGroupArgs.builder()
                .arn(group.arn())
                .weight(weights.of(colour))
                .build();
    }

    private static TargetGroup create(
            String name, Colour colour, Output<String> vpcId, Scope scope, CustomResourceOptions child) {
        var coloured = name + "-" + colour;
        var args = TargetGroupArgs.builder()
                .vpcId(vpcId)
                .targetType("ip")
                .protocol("HTTP")
                .port(Port.API)
                .deregistrationDelay(Drain.DEREGISTRATION)
                // A fresh JVM answers slowly and so gets less by itself. AWS combines this neither with slow start nor
                // with anomaly mitigation (Elastic Load Balancing User Guide, target group attributes).
                .loadBalancingAlgorithmType("least_outstanding_requests")
                .healthCheck(TargetGroupHealthCheckArgs.builder()
                        .enabled(true)
                        .protocol("HTTP")
                        .port(String.valueOf(Port.ADMIN))
                        .path(HEALTH_PATH)
                        .matcher("200")
                        .interval(5)
                        .timeout(2)
                        .healthyThreshold(2)
                        .unhealthyThreshold(2)
                        .build())
                .tags(scope.tags(coloured))
                .build();
        return new TargetGroup(coloured, args, child);
    }
}
