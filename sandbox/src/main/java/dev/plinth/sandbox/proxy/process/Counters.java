package dev.plinth.sandbox.proxy.process;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Answers per target group: "2xx" to "5xx" are the targets' own, "lb-5xx" those that the load balancer gave because no
 * target did. Counting goes on when the configuration changes.
 */
final class Counters {
    private final ConcurrentMap<String, ConcurrentMap<String, LongAdder>> groups = new ConcurrentHashMap<>();

    void answered(String group, int status) {
        count(group, status / 100 + "xx");
    }

    void failed(String group) {
        count(group, "lb-5xx");
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
