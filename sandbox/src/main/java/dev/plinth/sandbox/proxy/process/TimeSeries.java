package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import dev.plinth.sandbox.proxy.ProxyStatus.TargetHealth;
import dev.plinth.sandbox.proxy.ProxyTraffic;
import dev.plinth.sandbox.proxy.ProxyTraffic.Targets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What happened in each second of the last hour, by target group. Safe for use by several threads. */
final class TimeSeries {
    private static final int SECONDS_KEPT = (int) Duration.ofHours(1).toSeconds();
    private final Clock clock;
    private final ConcurrentMap<String, AtomicReferenceArray<Slot>> groups = new ConcurrentHashMap<>();

    TimeSeries(Clock clock) {
        this.clock = clock;
    }

    /** A target answered after so many nanoseconds. */
    void answered(String group, int status, long nanos) {
        now(group).answered(String.valueOf(status), nanos);
    }

    /** The load balancer answered by itself, as no target did. */
    void failed(String group, int status) {
        now(group).failed("lb-" + status);
    }

    /** How a group's targets are at this moment. */
    void looked(String group, List<TargetHealth> targets) {
        int healthy = (int) targets.stream()
                .filter(target -> target.health() == Health.HEALTHY)
                .count();
        now(group).looked(new Targets(healthy, targets.size() - healthy));
    }

    /** The seconds from the first one on until before the second one, as far back as is kept. */
    ProxyTraffic between(long from, long until) {
        long oldest = clock.instant().getEpochSecond() - SECONDS_KEPT;
        return new ProxyTraffic(groups.entrySet().stream()
                .flatMap(group -> slots(group.getValue())
                        .filter(slot -> slot.second() > oldest && slot.second() >= from && slot.second() < until)
                        .map(slot -> slot.told(group.getKey())))
                .toList());
    }

    private static Stream<Slot> slots(AtomicReferenceArray<Slot> slots) {
        return IntStream.range(0, slots.length()).mapToObj(slots::get).filter(slot -> slot != Slot.NEVER);
    }

    private Slot now(String group) {
        var slots = groups.computeIfAbsent(group, name -> empty());
        long second = clock.instant().getEpochSecond();
        return slots.updateAndGet(
                (int) (second % SECONDS_KEPT), slot -> slot.second() == second ? slot : new Slot(second));
    }

    private static AtomicReferenceArray<Slot> empty() {
        var slots = new AtomicReferenceArray<Slot>(SECONDS_KEPT);
        IntStream.range(0, SECONDS_KEPT).forEach(index -> slots.set(index, Slot.NEVER));
        return slots;
    }
}
