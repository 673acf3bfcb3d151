package dev.plinth.ops.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the app itself counts for a colour, as Prometheus has scraped it; docs/METRICS_REFERENCE.md tells what is what. Requests
 * that never came to the app are only known to the load balancer.
 */
record PrometheusCounts(Prometheus prometheus, TrafficCounts balancer) implements TrafficCounts {
    private static final String REQUESTS = "http_server_request_duration_seconds_count";
    private static final double MILLIS = 1000;

    @Override
    public Counts of(Colour colour, Instant from, Instant to) {
        var window = new Window(colour, Math.max(1, Duration.between(from, to).toSeconds()), to);
        return new Counts(
                sum(REQUESTS, window),
                sum(REQUESTS + "{http_response_status_code=~\"5..\"}", window),
                sum("mdl_http_rejected_total{reason=\"overloaded\"}", window)
                        + balancer.of(colour, from, to).refused(),
                slow(window));
    }

    /** A stretch of time until a moment, and the colour that is looked at. */
    private record Window(Colour colour, long seconds, Instant end) {
        String increase(String metric) {
            // Instances carry their colour in one of their metrics only.
            return "increase(%s[%ds]) and on (instance) mdl_build_info{colour=\"%s\"}"
                    .formatted(metric, seconds, colour);
        }
    }

    private long sum(String metric, Window window) {
        return Math.round(prometheus
                .ask("sum(%s)".formatted(window.increase(metric)), window.end())
                .orElse(0));
    }

    private Optional<Duration> slow(Window window) {
        var buckets = window.increase("http_server_request_duration_seconds_bucket");
        var seconds = prometheus.ask("histogram_quantile(0.95, sum by (le) (%s))".formatted(buckets), window.end());
        return seconds.isPresent()
                ? Optional.of(Duration.ofMillis(Math.round(seconds.getAsDouble() * MILLIS)))
                : Optional.empty();
    }
}
