package dev.plinth.sandbox.api;

import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.proxy.ProxyTraffic.Targets;
import dev.plinth.sandbox.proxy.ResponseTimes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** How a metric is read from seconds: "CloudWatch metrics for your Application Load Balancer" of its user guide. */
sealed interface Reading {
    Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d+)?|100)");
    String INVALID = "InvalidParameterValue";

    /** The value of a statistic in these seconds; none when there is nothing to tell. */
    Optional<Double> value(String stat, List<ProxyTraffic.Second> seconds);

    /** Counts answers. */
    record Answers(Predicate<String> status) implements Reading {
        @Override
        public Optional<Double> value(String stat, List<ProxyTraffic.Second> seconds) {
            if (!stat.equals("Sum")) {
                throw unknown(stat, "Sum");
            }
            long count = seconds.stream()
                    .flatMap(second -> second.answers().entrySet().stream())
                    .filter(answer -> status.test(answer.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return count == 0 ? Optional.empty() : Optional.of((double) count);
        }
    }

    /** Measures how long targets took, in seconds. */
    record Times() implements Reading {
        @Override
        public Optional<Double> value(String stat, List<ProxyTraffic.Second> seconds) {
            var times =
                    seconds.stream().map(ProxyTraffic.Second::times).reduce(ResponseTimes.NONE, ResponseTimes::plus);
            if (times.count() == 0) {
                return Optional.empty();
            }
            var percentile = PERCENTILE.matcher(stat);
            if (percentile.matches()) {
                return Optional.of(times.percentile(Double.parseDouble(percentile.group(1))));
            }
            return Optional.of(
                    switch (stat) {
                        case "Average" -> times.sum() / times.count();
                        case "Sum" -> times.sum();
                        case "SampleCount" -> (double) times.count();
                        case "Maximum" -> times.percentile(100);
                        default -> throw unknown(stat, "Average, Sum, SampleCount, Maximum and percentiles as p95");
                    });
        }
    }

    /** Counts targets. */
    record Hosts(ToIntFunction<Targets> count) implements Reading {
        @Override
        public Optional<Double> value(String stat, List<ProxyTraffic.Second> seconds) {
            var looks = new TreeMap<Long, Integer>();
            seconds.forEach(second -> second.looked()
                    .ifPresent(targets -> looks.merge(second.second(), count.applyAsInt(targets), Integer::sum)));
            var values = looks.values().stream().mapToDouble(Integer::doubleValue);
            var value = switch (stat) {
                case "Minimum" -> values.min();
                case "Maximum" -> values.max();
                case "Average" -> values.average();
                default -> throw unknown(stat, "Minimum, Maximum and Average");
            };
            return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
        }
    }

    /** The way to read the metric of that name. */
    static Reading of(String metric) {
        return switch (metric) {
            // Those for which a target was chosen: without a healthy one, none is.
            case "RequestCount" -> new Answers(status -> !status.equals("lb-503"));
            case "HTTPCode_Target_2XX_Count" -> new Answers(status -> status.startsWith("2"));
            case "HTTPCode_Target_3XX_Count" -> new Answers(status -> status.startsWith("3"));
            case "HTTPCode_Target_4XX_Count" -> new Answers(status -> status.startsWith("4"));
            case "HTTPCode_Target_5XX_Count" -> new Answers(status -> status.startsWith("5"));
            case "HTTPCode_ELB_5XX_Count" -> new Answers(status -> status.startsWith("lb-5"));
            case "TargetResponseTime" -> new Times();
            case "HealthyHostCount" -> new Hosts(Targets::healthy);
            case "UnHealthyHostCount" -> new Hosts(Targets::unhealthy);
            default ->
                throw ApiException.invalid(
                        INVALID,
                        "the sandbox has RequestCount, HTTPCode_Target_2XX_Count to 5XX, HTTPCode_ELB_5XX_Count, TargetResponseTime, HealthyHostCount and UnHealthyHostCount; found "
                                + metric);
        };
    }

    private static ApiException unknown(String stat, String known) {
        return ApiException.invalid(
                INVALID, "Stat: the sandbox has %s of this metric; found %s".formatted(known, stat));
    }
}
