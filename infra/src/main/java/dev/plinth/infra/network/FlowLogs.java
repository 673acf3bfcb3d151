package dev.plinth.infra.network;

import com.pulumi.aws.ec2.FlowLog;
import com.pulumi.aws.ec2.FlowLogArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.access.ServiceRole;
import dev.plinth.infra.access.ServiceRoleArgs;
import dev.plinth.infra.access.Statement;
import dev.plinth.infra.access.Trust;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Signals;
import java.util.Map;

/** A record of every connection in the network, allowed or refused. */
final class FlowLogs extends ComponentResource {
    /**
     * Ten minutes, the longer of the two that AWS offers: these are read after the fact, as GuardDuty watches a stream of its
     * own, and a minute's records cost up to ten times as much.
     */
    private static final int AGGREGATION_SECONDS = 600;

    FlowLogs(String name, Output<String> vpcId, Signals signals, Scope scope) {
        super("plinth:network:FlowLogs", name, scope.options());
        var group = signals.logs().group(name, "/%s/network/flows".formatted(scope.environment()), this, scope);
        var role = new ServiceRole(
                name,
                ServiceRoleArgs.of(
                        "Writes the network's flow log",
                        Trust.service("vpc-flow-logs.amazonaws.com", scope.account()),
                        Statement.allow(
                                        "Write",
                                        "logs:CreateLogStream",
                                        "logs:PutLogEvents",
                                        "logs:DescribeLogGroups",
                                        "logs:DescribeLogStreams")
                                .on(group.arn())
                                .on(group.arn().applyValue(arn -> arn + ":*"))),
                scope.within(this));
        var args = FlowLogArgs.builder()
                .vpcId(vpcId)
                .trafficType("ALL")
                .logDestinationType("cloud-watch-logs")
                .logDestination(group.arn())
                .iamRoleArn(role.arn())
                .maxAggregationInterval(AGGREGATION_SECONDS)
                .tags(scope.tags(name))
                .build();
        new FlowLog(name, args, scope.child(this));
        registerOutputs(Map.of());
    }
}
