package dev.plinth.sandbox.api;

import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** CloudWatch: what load balancers counted in the last hour, and alarms, which the sandbox keeps but never evaluates. */
record Monitoring(StateStore state, Proxies proxies) {
    private static final String UNEVALUATED = "INSUFFICIENT_DATA";

    ApiService service() {
        return new ApiService.Query(
                "monitoring",
                "2010-08-01",
                "http://monitoring.amazonaws.com/doc/2010-08-01/",
                Map.of(
                        "DescribeAlarms", (parameters, caller) -> alarms(parameters),
                        "GetMetricData", (parameters, caller) -> data(parameters)));
    }

    private List<Xml> data(Parameters parameters) {
        var metrics = new BalancerMetrics(state, proxies);
        var results = MetricQuery.all(parameters).stream()
                .filter(MetricQuery::returned)
                .map(query -> result(query, metrics.points(query)))
                .toList();
        return List.of(Xml.element("MetricDataResults", results), Xml.element("Messages"));
    }

    private static Xml result(MetricQuery query, List<MetricPoint> points) {
        return Xml.element(
                "member",
                Xml.text("Id", query.id()),
                Xml.text("Label", query.label()),
                Xml.element(
                        "Timestamps",
                        points.stream()
                                .map(point -> Xml.text("member", point.start()))
                                .toList()),
                Xml.element(
                        "Values",
                        points.stream()
                                .map(point -> Xml.text("member", point.value()))
                                .toList()),
                Xml.text("StatusCode", "Complete"));
    }

    private List<Xml> alarms(Parameters parameters) {
        var wanted = parameters.text("StateValue").filter(value -> !value.equals(UNEVALUATED));
        var prefix = parameters.text("AlarmNamePrefix").orElse("");
        var names = parameters.texts("AlarmNames.member");
        return Stream.of("Metric", "Composite")
                .map(kind -> Xml.element(
                        kind + "Alarms",
                        declared(kind)
                                .filter(alarm -> wanted.isEmpty())
                                .filter(alarm -> name(alarm).startsWith(prefix))
                                .filter(alarm -> names.isEmpty() || names.contains(name(alarm)))
                                .map(Monitoring::alarm)
                                .toList()))
                .toList();
    }

    private Stream<StoredResource> declared(String kind) {
        var type = kind.toLowerCase(Locale.ROOT) + "Alarm";
        return state.ofType("aws:cloudwatch/%s:%sAlarm".formatted(type, kind)).stream()
                .filter(StoredResource::ready);
    }

    private static String name(StoredResource alarm) {
        var outputs = new Properties(alarm.outputs());
        return outputs.text("name").or(() -> outputs.text("alarmName")).orElse("");
    }

    private static Xml alarm(StoredResource alarm) {
        return Xml.element(
                "member",
                Xml.text("AlarmName", name(alarm)),
                Xml.text("AlarmArn", new Properties(alarm.outputs()).text("arn").orElse("")),
                Xml.text("StateValue", UNEVALUATED),
                Xml.text("StateReason", "the sandbox evaluates no alarms"));
    }
}
