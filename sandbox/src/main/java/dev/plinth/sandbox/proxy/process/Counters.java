package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.ProxyStatus.TargetHealth;
import dev.plinth.sandbox.proxy.ProxyTraffic;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Answers per target group: "2xx" to "5xx" are the targets' own, "lb-5xx" those that the load balancer gave because no
 * target did. The last hour is known by the second too. Counting goes on when the configuration changes.
 */
final class Counters {
    private final ConcurrentMap<String, ConcurrentMap<String, LongAdder>> groups = new ConcurrentHashMap<>();

    private final TimeSeries series = new TimeSeries(Clock.systemUTC());

    /** A target answered after so many nanoseconds. */
    void answered(String group, int status, long nanos) {
        count(group, status / 100 + "xx");
        series.answered(group, status, nanos);
    }

    void failed(String group, int status) {
        count(group, "lb-5xx");
        series.failed(group, status);
    }

    /** No group was there for a request. */
    void unrouted(int status) {
        series.failed("", status);
    }

    void looked(String group, List<TargetHealth> targets) {
        series.looked(group, targets);
    }

    /** What happened from the first second on until before the second one. */
    ProxyTraffic between(long from, long until) {
        return series.between(from, until);
    }

    Map<String, Long> of(String group) {
        var counts = new TreeMap<String, Long>();
        groups.getOrDefault(group, new ConcurrentHashMap<>()).forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    private void count(String group, String kind) {
        groups.computeIfAbsent(group, name -> new ConcurrentHashMap<>())
                .computeIfAbsent(kind, name -> new LongAdder())
                .increment();
    }
}
