package dev.plinth.sandbox.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One question of GetMetricData.
 *
 * @param stat as Sum or p95
 * @param period in seconds
 */
record MetricQuery(String id, Metric metric, String stat, int period, Span span, String label, boolean returned) {
    private static final String INVALID = "InvalidParameterValue";
    private static final List<Integer> SHORT_PERIODS = List.of(1, 5, 10, 30);
    private static final int MINUTE = 60;

    /** What is measured, and of what. */
    record Metric(String namespace, String name, Map<String, String> dimensions) {}

    /** From when on and until before when, and in which order points are told. */
    record Span(Instant from, Instant until, Comparator<MetricPoint> order) {}

    /** Every question of a call. */
    static List<MetricQuery> all(Parameters parameters) {
        var forward = Comparator.comparing(MetricPoint::start);
        var span = new Span(
                time(parameters, "StartTime"),
                time(parameters, "EndTime"),
                parameters.text("ScanBy").filter("TimestampAscending"::equals).isPresent()
                        ? forward
                        : forward.reversed());
        return parameters.each("MetricDataQueries.member").stream()
                .map(query -> of(query, span))
                .toList();
    }

    private static MetricQuery of(Parameters query, Span span) {
        var id = query.required("Id");
        if (query.text("Expression").isPresent()) {
            throw ApiException.invalid(INVALID, "query %s: the sandbox computes no expressions".formatted(id));
        }
        var stat = query.in("MetricStat");
        var metric = stat.in("Metric");
        var dimensions = new TreeMap<String, String>();
        metric.each("Dimensions.member")
                .forEach(dimension -> dimensions.put(dimension.required("Name"), dimension.required("Value")));
        var name = metric.required("MetricName");
        return new MetricQuery(
                id,
                new Metric(metric.required("Namespace"), name, Map.copyOf(dimensions)),
                stat.required("Stat"),
                period(stat),
                span,
                query.text("Label").orElse(name),
                query.text("ReturnData").filter("false"::equals).isEmpty());
    }

    private static int period(Parameters stat) {
        int period = stat.whole("Period").orElse(0);
        if (!SHORT_PERIODS.contains(period) && (period <= 0 || period % MINUTE != 0)) {
            throw ApiException.invalid(
                    INVALID, "Period: expected 1, 5, 10, 30 or a multiple of 60 seconds, found %d".formatted(period));
        }
        return period;
    }

    private static Instant time(Parameters parameters, String name) {
        return parameters
                .time(name)
                .orElseThrow(
                        () -> ApiException.invalid("MissingParameter", "the parameter %s is missing".formatted(name)));
    }
}
