package dev.plinth.infra.cluster;

import com.pulumi.core.Output;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Condition;
import dev.plinth.infra.notices.Condition.Window;
import dev.plinth.infra.notices.Metric;
import dev.plinth.infra.notices.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What people are told about a cluster, from metrics that are there without an agent:
 * docs.aws.amazon.com/eks/latest/userguide/cloudwatch.html.
 */
final class ClusterAlarms {
    private static final String NAMESPACE = "AWS/EKS";
    private static final String DIMENSION = "ClusterName";

    /** EKS makes the store of a cluster read-only at 8 GiB. */
    private static final double STORE_BYTES = 6.0 * 1024 * 1024 * 1024;

    private static final double FAILED_REQUESTS = 50;

    private ClusterAlarms() {}

    static List<Alarm> of(Output<String> clusterName, Map<String, Output<String>> scalingGroups) {
        var alarms = new ArrayList<Alarm>();
        alarms.add(new Alarm(
                "pending-pods",
                "Pods have found no node for 15 minutes: the node groups are at their maximum, or no zone can give more",
                metric("scheduler_pending_pods_UNSCHEDULABLE", clusterName).by(Statistic.MAXIMUM),
                Condition.atLeast(1, Window.minutes(15))));
        alarms.add(new Alarm(
                "api-errors",
                "The cluster's API fails: releases and the autoscaler stand still, running pods go on",
                metric("apiserver_request_total_5XX", clusterName).by(Statistic.SUM),
                Condition.above(FAILED_REQUESTS, Window.fiveMinutes(2, 3))));
        alarms.add(new Alarm(
                "store-size",
                "The cluster's store fills up: at 8 GiB nothing in the cluster can be changed any more",
                metric("apiserver_storage_size_bytes", clusterName).by(Statistic.MAXIMUM),
                Condition.above(STORE_BYTES, Window.fiveMinutes(1, 1))));
        scalingGroups.forEach((letter, group) -> alarms.add(new Alarm(
                "failed-nodes-" + letter,
                "A node in zone %s has failed its checks for 15 minutes, and was not repaired".formatted(letter),
                Metric.of("AWS/EC2", "StatusCheckFailed", "AutoScalingGroupName", group)
                        .by(Statistic.MAXIMUM),
                Condition.atLeast(1, Window.fiveMinutes(3, 3)))));
        return List.copyOf(alarms);
    }

    private static Metric metric(String name, Output<String> clusterName) {
        return Metric.of(NAMESPACE, name, DIMENSION, clusterName);
    }
}
