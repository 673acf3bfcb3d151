package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.MetricQuery.Metric;
import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.reconcile.Balancing;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The metrics of the namespace AWS/ApplicationELB, from what the proxies counted second by second. */
record BalancerMetrics(StateStore state, Proxies proxies) {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final long NANOS_OF_SECOND = 1_000_000_000;
    private static final String INVALID = "InvalidParameterValue";
    private static final String BALANCER = "LoadBalancer";
    private static final String GROUP = "TargetGroup";

    /**
     * The points of a question; a period in which nothing happened has none. One that begins before the time asked about
     * holds only what happened within that time, where the cloud would tell of the whole minute.
     */
    List<MetricPoint> points(MetricQuery query) {
        var metric = query.metric();
        check(metric);
        var reading = Reading.of(metric.name());
        long period = query.period();
        long from = query.span().from().getEpochSecond();
        // The second that the end lies in counts as well.
        long until = query.span().until().plusNanos(NANOS_OF_SECOND - 1).getEpochSecond();
        var periods = new TreeMap<Long, List<ProxyTraffic.Second>>();
        seconds(metric, from, until)
                .forEach(second -> periods.computeIfAbsent(
                                Math.floorDiv(second.second(), period) * period, start -> new ArrayList<>())
                        .add(second));
        return periods.entrySet().stream()
                .flatMap(entry -> reading.value(query.stat(), entry.getValue()).stream()
                        .map(value -> new MetricPoint(Instant.ofEpochSecond(entry.getKey()), value)))
                .sorted(query.span().order())
                .toList();
    }

    private static void check(Metric metric) {
        if (!metric.namespace().equals(NAMESPACE)) {
            throw ApiException.invalid(
                    INVALID, "Namespace: the sandbox has %s only, found %s".formatted(NAMESPACE, metric.namespace()));
        }
        var allowed = dimensions(metric.name());
        if (!allowed.contains(metric.dimensions().keySet())) {
            throw ApiException.invalid(
                    INVALID,
                    "Dimensions: %s is there by %s, found %s"
                            .formatted(
                                    metric.name(),
                                    allowed,
                                    new TreeSet<>(metric.dimensions().keySet())));
        }
    }

    /** By what a metric is there, the same as in the cloud, where every other question gets an empty answer. */
    private static List<Set<String>> dimensions(String metric) {
        var balancer = new TreeSet<>(Set.of(BALANCER));
        var group = new TreeSet<>(Set.of(BALANCER, GROUP));
        if (metric.startsWith("HTTPCode_ELB")) {
            return List.of(balancer);
        }
        return metric.endsWith("HostCount") ? List.of(group) : List.of(balancer, group);
    }

    private Stream<ProxyTraffic.Second> seconds(Metric metric, long from, long until) {
        boolean grouped = metric.dimensions().containsKey(GROUP);
        return new Balancing(state)
                .balancers()
                .filter(balancer -> suffix(balancer.id(), ":loadbalancer/")
                        .equals(metric.dimensions().get(BALANCER)))
                .flatMap(balancer -> traffic(balancer, from, until).seconds().stream())
                .filter(second -> !grouped
                        || suffix(second.group(), ":")
                                .equals(metric.dimensions().get(GROUP)));
    }

    private ProxyTraffic traffic(StoredResource balancer, long from, long until) {
        var machine = MachineNames.of(balancer);
        return proxies.traffic(machine, from, until)
                .orElseThrow(() -> new ApiException(
                        503,
                        "InternalServiceFault",
                        "the load balancer %s does not answer; plinth status says more".formatted(machine)));
    }

    private static String suffix(String arn, String mark) {
        return arn.substring(Math.max(0, arn.lastIndexOf(mark) + mark.length()));
    }
}
