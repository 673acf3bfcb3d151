package dev.plinth.sandbox;

import static dev.plinth.sandbox.RunningCloud.outputs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plinth.sandbox.EngineClient.Known;
import dev.plinth.sandbox.machine.Pause;
import dev.plinth.sandbox.proxy.Backend;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.CloudWatchException;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroupNotFoundException;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthReasonEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetHealthStateEnum;

/** A load balancer that really balances is what the clients of ELB and CloudWatch are told of. */
final class BalancedIT {
    private static final Backend BLUE = new Backend("blue");
    private static final Backend GREEN = new Backend("green");
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private static Path folder = Path.of("");

    private static RunningCloud cloud;
    private static RunningApi api;
    private static Known balancer;
    private static Known blue;
    private static Known green;
    private static Known idle;
    private static URI address;

    @BeforeAll
    static void serve() throws IOException {
        cloud = new RunningCloud(folder);
        api = new RunningApi(cloud);
        balancer = cloud.create("aws:lb/loadBalancer:LoadBalancer", "edge", "name", "edge");
        blue = group("blue", BLUE);
        green = group("green", GREEN);
        idle = group("idle", GREEN);
        var listener = cloud.create(
                "aws:lb/listener:Listener",
                "edge",
                "loadBalancerArn",
                balancer.id(),
                "port",
                18080,
                "protocol",
                "HTTP",
                "defaultActions",
                List.of(Map.of(
                        "type",
                        "forward",
                        "forward",
                        Map.of(
                                "targetGroups",
                                List.of(
                                        Map.of("arn", blue.id(), "weight", 100),
                                        Map.of("arn", green.id(), "weight", 0))))));
        address = URI.create(
                "http://localhost:%d/".formatted(outputs(listener).whole("port").orElseThrow()));
    }

    @AfterAll
    static void close() {
        api.close();
        cloud.close();
        BLUE.close();
        GREEN.close();
    }

    @Test
    void theHealthOfTargetsIsWhatTheLoadBalancerFinds() {
        try (var client = api.client(ElasticLoadBalancingV2Client.builder())) {
            assertThat(Pause.until(SOON, () -> state(client, blue) == TargetHealthStateEnum.HEALTHY))
                    .isTrue();

            GREEN.healthStatus(500);
            assertThat(Pause.until(SOON, () -> state(client, green) == TargetHealthStateEnum.UNHEALTHY))
                    .isTrue();

            var target = client.describeTargetHealth(request -> request.targetGroupArn(green.id()))
                    .targetHealthDescriptions()
                    .getFirst();
            assertThat(target.target().port()).isEqualTo(GREEN.endpoint().port());
            assertThat(target.targetHealth().reason()).isEqualTo(TargetHealthReasonEnum.TARGET_RESPONSE_CODE_MISMATCH);
            assertThat(target.targetHealth().description()).contains("answers 500, expected 200");
            assertThat(client.describeTargetHealth(request -> request.targetGroupArn(idle.id()))
                            .targetHealthDescriptions())
                    .isEmpty();
            assertThatThrownBy(() -> client.describeTargetHealth(request -> request.targetGroupArn("arn:none")))
                    .isInstanceOf(TargetGroupNotFoundException.class)
                    .hasMessageContaining("there is no target group arn:none");
        }
    }

    @Test
    void loadBalancersAndTheirGroupsAreDescribed() {
        try (var client = api.client(ElasticLoadBalancingV2Client.builder())) {
            var described = client.describeLoadBalancers(request -> request.names("edge"))
                    .loadBalancers()
                    .getFirst();
            assertThat(described.loadBalancerArn()).isEqualTo(balancer.id());
            assertThat(described.state().codeAsString()).isEqualTo("active");
            var groups = client.describeTargetGroups(request -> request.loadBalancerArn(balancer.id()))
                    .targetGroups();
            assertThat(groups).extracting("targetGroupArn").containsExactlyInAnyOrder(blue.id(), green.id());
            assertThat(groups.getFirst().healthCheckPath()).isEqualTo("/health");
        }
    }

    @Test
    void requestsAreCountedAndTimedAsCloudWatchTellsThem() throws Exception {
        try (var balancing = api.client(ElasticLoadBalancingV2Client.builder());
                var client = api.client(CloudWatchClient.builder());
                var visitor = HttpClient.newHttpClient()) {
            assertThat(Pause.until(SOON, () -> state(balancing, blue) == TargetHealthStateEnum.HEALTHY))
                    .isTrue();
            var start = Instant.now().minusSeconds(1);
            for (int request = 0; request < 20; request++) {
                get(visitor, "things");
            }
            get(visitor, "slow");
            get(visitor, "broken");

            var group = Map.of("LoadBalancer", suffix(balancer), "TargetGroup", suffix(blue));
            assertThat(sum(data(client, "RequestCount", "Sum", group, start))).isEqualTo(22);
            assertThat(sum(data(client, "HTTPCode_Target_2XX_Count", "Sum", group, start)))
                    .isEqualTo(21);
            assertThat(data(client, "HTTPCode_Target_5XX_Count", "Sum", group, start)
                            .values())
                    .isEmpty();
            assertThat(sum(data(
                            client, "HTTPCode_ELB_5XX_Count", "Sum", Map.of("LoadBalancer", suffix(balancer)), start)))
                    .isEqualTo(1);
            assertThat(data(client, "TargetResponseTime", "Maximum", group, start)
                            .values())
                    .anySatisfy(seconds -> assertThat(seconds).isCloseTo(1.5, within(0.3)));
            assertThat(data(client, "TargetResponseTime", "p50", group, start).values())
                    .anySatisfy(seconds -> assertThat(seconds).isBetween(0.0001, 0.5));
            var healthy = data(client, "HealthyHostCount", "Minimum", group, start);
            assertThat(healthy.values()).isNotEmpty().containsOnly(1.0);
            assertThat(healthy.timestamps()).isSorted();
        }
    }

    @Test
    void whatTheSandboxDoesNotMeasureIsRefusedInsteadOfLookingLikeNothing() {
        try (var client = api.client(CloudWatchClient.builder())) {
            var now = Instant.now();
            assertThatThrownBy(() -> data(client, "NewConnectionCount", "Sum", Map.of("LoadBalancer", "x"), now))
                    .isInstanceOf(CloudWatchException.class)
                    .hasMessageContaining("NewConnectionCount");
            assertThatThrownBy(() -> data(
                            client,
                            "HTTPCode_ELB_5XX_Count",
                            "Sum",
                            Map.of("LoadBalancer", "x", "TargetGroup", "y"),
                            now))
                    .hasMessageContaining(
                            "Dimensions: HTTPCode_ELB_5XX_Count is there by [[LoadBalancer]], found [LoadBalancer, TargetGroup]");
        }
    }

    @Test
    void alarmsAreThereButNeverEvaluated() {
        cloud.create(
                "aws:cloudwatch/metricAlarm:MetricAlarm",
                "errors",
                "name",
                "plinth-errors",
                "comparisonOperator",
                "GreaterThanThreshold",
                "evaluationPeriods",
                1,
                "threshold",
                1);
        try (var client = api.client(CloudWatchClient.builder())) {
            var all = client.describeAlarms(request -> request.alarmNamePrefix("plinth-"));
            assertThat(all.metricAlarms()).singleElement().satisfies(alarm -> {
                assertThat(alarm.stateValueAsString()).isEqualTo("INSUFFICIENT_DATA");
                assertThat(alarm.stateReason()).isEqualTo("the sandbox evaluates no alarms");
            });
            assertThat(client.describeAlarms(request -> request.stateValue("ALARM"))
                            .metricAlarms())
                    .isEmpty();
        }
    }

    private static Known group(String name, Backend backend) {
        var check = Map.of("path", "/health", "interval", 5, "timeout", 2);
        var group = cloud.create(
                "aws:lb/targetGroup:TargetGroup",
                name,
                "name",
                name,
                "port",
                backend.endpoint().port(),
                "protocol",
                "HTTP",
                "targetType",
                "ip",
                "healthCheck",
                check);
        cloud.create(
                "aws:lb/targetGroupAttachment:TargetGroupAttachment",
                name,
                "targetGroupArn",
                group.id(),
                "targetId",
                backend.endpoint().host());
        return group;
    }

    private static TargetHealthStateEnum state(ElasticLoadBalancingV2Client client, Known group) {
        return client.describeTargetHealth(request -> request.targetGroupArn(group.id()))
                .targetHealthDescriptions()
                .getFirst()
                .targetHealth()
                .state();
    }

    private static MetricDataResult data(
            CloudWatchClient client, String name, String stat, Map<String, String> dimensions, Instant start) {
        var named = dimensions.entrySet().stream()
                .map(dimension -> Dimension.builder()
                        .name(dimension.getKey())
                        .value(dimension.getValue())
                        .build())
                .toList();
        var query = MetricDataQuery.builder()
                .id("q")
                .metricStat(measured -> measured.stat(stat)
                        .period(1)
                        .metric(metric -> metric.namespace("AWS/ApplicationELB")
                                .metricName(name)
                                .dimensions(named)))
                .build();
        return client.getMetricData(request -> request.startTime(start)
                        .endTime(Instant.now().plusSeconds(1))
                        .scanBy(ScanBy.TIMESTAMP_ASCENDING)
                        .metricDataQueries(List.of(query)))
                .metricDataResults()
                .getFirst();
    }

    private static double sum(MetricDataResult result) {
        return result.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    private static String suffix(Known resource) {
        return outputs(resource).text("arnSuffix").orElseThrow();
    }

    private static void get(HttpClient visitor, String path) throws IOException, InterruptedException {
        visitor.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.discarding());
    }
}
