package dev.plinth.ops.failover;

import dev.plinth.ops.cloud.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Restarts a database server on its standby in another zone; its address stays. */
record StandbyFailover(Databases databases, String server, Probes.Probe probe, Patience patience) implements Failover {
    /** AWS begins within seconds; after this nothing will come any more. */
    private static final Duration BEGIN_MAX = Duration.ofMinutes(3);

    @Override
    public List<String> plan() {
        return List.of(
                "restart %s on its standby in another zone; its address stays".formatted(server),
                "nobody can write meanwhile: in AWS one to two minutes; nothing that was acknowledged is lost");
    }

    @Override
    public Moved carryOut() {
        try (var outage = Outage.watch(probe)) {
            var tried = outage.everWrote();
            var begun = System.nanoTime();
            databases.restartOnStandby(server);
            var wasAway = new boolean[] {false};
            patience.await("the failover of " + server, () -> {
                var isThere = databases.server(server).isAvailable();
                wasAway[0] |= !isThere || outage.longest().isPresent();
                var over = System.nanoTime() - begun > BEGIN_MAX.toNanos();
                return isThere && (wasAway[0] || over) && (!tried || outage.writes());
            });
            var told = Duration.ofNanos(System.nanoTime() - begun);
            var unwritable = tried ? outage.longest() : Optional.of(told);
            return new Moved(server, unwritable, tried, List.of());
        }
    }
}
