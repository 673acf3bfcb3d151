package dev.plinth.ops.cloud;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthDescription;

/** The targets of load balancers, as the load balancers see them. */
public final class Targets {
    private final ElasticLoadBalancingV2Client client;

    Targets(ElasticLoadBalancingV2Client client) {
        this.client = client;
    }

    /** Every target of the group. */
    public List<TargetHealth> health(String targetGroupArn) {
        return Permissions.ask(
                        "elasticloadbalancing:DescribeTargetHealth",
                        targetGroupArn,
                        () -> client.describeTargetHealth(request -> request.targetGroupArn(targetGroupArn)))
                .targetHealthDescriptions()
                .stream()
                .map(Targets::read)
                .toList();
    }

    private static TargetHealth read(TargetHealthDescription target) {
        var health = target.targetHealth();
        return new TargetHealth(
                "%s:%d".formatted(target.target().id(), target.target().port()),
                health.stateAsString(),
                Objects.requireNonNullElse(health.description(), ""));
    }
}
