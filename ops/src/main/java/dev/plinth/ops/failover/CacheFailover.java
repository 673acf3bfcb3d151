package dev.plinth.ops.failover;

import dev.plinth.ops.cloud.Caches;
import dev.plinth.ops.cloud.Caches.Group;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets the primary of a cache fail, so that a replica takes over; the group's address stays. */
record CacheFailover(Caches caches, Group group, Probes.Probe probe, Patience patience) implements Failover {
    @Override
    public List<String> plan() {
        return List.of(
                "let %s, the primary of %s, fail; another of its %d nodes takes over, and the address stays"
                        .formatted(
                                group.primary(),
                                group.identifier(),
                                group.nodes().size()),
                "what the last moment wrote can be lost: replicas follow a little behind");
    }

    @Override
    public Moved carryOut() {
        try (var outage = Outage.watch(probe)) {
            var tried = outage.everWrote();
            var begun = System.nanoTime();
            caches.failOver(group);
            var primary = new String[] {""};
            patience.await("the failover of " + group.identifier(), () -> {
                var now = caches.group(group.identifier());
                primary[0] = now.primary();
                var isOther = !primary[0].isEmpty() && !primary[0].equals(group.primary());
                return now.isAvailable() && isOther && (!tried || outage.writes());
            });
            var told = Duration.ofNanos(System.nanoTime() - begun);
            return new Moved(primary[0], tried ? outage.longest() : Optional.of(told), tried, List.of());
        }
    }
}
