package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.proxy.ProxyTraffic.Targets;
import dev.plinth.sandbox.proxy.ResponseTimes;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;

/** One second of a target group. Safe for use by several threads. */
final class Slot {
    /** Stands where there was no such second yet. */
    static final Slot NEVER = new Slot(-1);

    private final long second;
    private final ConcurrentMap<String, LongAdder> answers = new ConcurrentHashMap<>();
    private final ConcurrentMap<Integer, LongAdder> times = new ConcurrentHashMap<>();
    private final LongAdder nanos = new LongAdder();
    private final AtomicReference<Optional<Targets>> targets = new AtomicReference<>(Optional.empty());

    Slot(long second) {
        this.second = second;
    }

    long second() {
        return second;
    }

    void answered(String status, long took) {
        count(answers, status);
        count(times, ResponseTimes.bucket(took));
        nanos.add(took);
    }

    void failed(String status) {
        count(answers, status);
    }

    void looked(Targets found) {
        targets.set(Optional.of(found));
    }

    ProxyTraffic.Second told(String group) {
        return new ProxyTraffic.Second(
                second,
                group,
                sums(answers),
                new ResponseTimes(sums(times), nanos.sum()),
                targets.get().orElse(null));
    }

    private static <K> void count(ConcurrentMap<K, LongAdder> counts, K key) {
        counts.computeIfAbsent(key, ignored -> new LongAdder()).increment();
    }

    private static <K extends Comparable<K>> Map<K, Long> sums(ConcurrentMap<K, LongAdder> counts) {
        var sums = new TreeMap<K, Long>();
        counts.forEach((key, count) -> sums.put(key, count.sum()));
        return sums;
    }
}
