package dev.plinth.ops.cloud;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;

/** What load balancers have counted; AWS writes it once a minute, so the last minutes may still be missing there. */
public final class TrafficCounts {
    private static final String NAMESPACE = "AWS/ApplicationELB";
    private static final int MINUTE = 60;
    private static final double MILLIS = 1000;
    private static final Measure REQUESTS = new Measure("requests", "RequestCount", "Sum");
    private static final Measure ERRORS = new Measure("errors", "HTTPCode_Target_5XX_Count", "Sum");
    private static final Measure OWN_ERRORS = new Measure("ownErrors", "HTTPCode_ELB_5XX_Count", "Sum");
    private static final Measure SLOW = new Measure("slow", "TargetResponseTime", "p95");

    private final CloudWatchClient client;

    TrafficCounts(CloudWatchClient client) {
        this.client = client;
    }

    /** Whose traffic: a load balancer and one of its target groups, both by ARN. */
    public record Stretch(String loadBalancerArn, String targetGroupArn) {
        private String loadBalancer() {
            return loadBalancerArn.substring(loadBalancerArn.indexOf("app/"));
        }

        private String targetGroup() {
            return targetGroupArn.substring(targetGroupArn.indexOf("targetgroup/"));
        }
    }

    private record Measure(String id, String metric, String statistic) {}

    /** What was counted from one moment to another. */
    public Traffic of(Stretch stretch, Instant from, Instant to) {
        var ofLoadBalancer = List.of(dimension("LoadBalancer", stretch.loadBalancer()));
        var ofGroup = List.of(ofLoadBalancer.getFirst(), dimension("TargetGroup", stretch.targetGroup()));
        int period = period(from, to);
        var queries = List.of(
                query(REQUESTS, ofGroup, period),
                query(ERRORS, ofGroup, period),
                query(OWN_ERRORS, ofLoadBalancer, period),
                query(SLOW, ofGroup, period));
        Map<String, List<Double>> found = Permissions.ask(
                        "cloudwatch:GetMetricData",
                        "*",
                        () -> client
                                .getMetricDataPaginator(request ->
                                        request.startTime(from).endTime(to).metricDataQueries(queries))
                                .metricDataResults()
                                .stream()
                                .toList())
                .stream()
                .collect(Collectors.toMap(MetricDataResult::id, MetricDataResult::values, TrafficCounts::joined));
        return new Traffic(sum(found, REQUESTS), sum(found, ERRORS), sum(found, OWN_ERRORS), worst(found));
    }

    /** One period over the whole time: a percentile cannot be put together from those of its parts. */
    private static int period(Instant from, Instant to) {
        long seconds = Math.max(1, Duration.between(from, to).toSeconds());
        return Math.toIntExact((seconds + MINUTE - 1) / MINUTE * MINUTE);
    }

    private static Optional<Duration> worst(Map<String, List<Double>> found) {
        return found.getOrDefault(SLOW.id(), List.of()).stream()
                .max(Double::compare)
                .map(seconds -> Duration.ofMillis(Math.round(seconds * MILLIS)));
    }

    private static long sum(Map<String, List<Double>> found, Measure measure) {
        return Math.round(found.getOrDefault(measure.id(), List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .sum());
    }

    private static List<Double> joined(List<Double> some, List<Double> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private static MetricDataQuery query(Measure measure, List<Dimension> dimensions, int period) {
        return MetricDataQuery.builder()
                .id(measure.id())
                .metricStat(stat -> stat.stat(measure.statistic())
                        .period(period)
                        .metric(metric -> metric.namespace(NAMESPACE)
                                .metricName(measure.metric())
                                .dimensions(dimensions)))
                .build();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
