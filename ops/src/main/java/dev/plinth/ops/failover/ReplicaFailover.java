package dev.plinth.ops.failover;

import dev.plinth.ops.cloud.Databases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes a replica the primary: for a primary that is lost. */
record ReplicaFailover(Databases databases, String primary, String replica, Probes.Probe probe, Patience patience)
        implements Failover {
    @Override
    public List<String> plan() {
        return List.of(
                "promote %s: it stops following %s and takes writes".formatted(replica, primary),
                "what %s has not received from %s by then is lost".formatted(replica, primary),
                "%s itself is not touched; if it still runs, both take writes until the proxy leads to one"
                        .formatted(primary),
                "a promotion is not taken back");
    }

    @Override
    public Moved carryOut() {
        var begun = System.nanoTime();
        databases.promote(replica);
        try (var outage = Outage.watch(probe)) {
            patience.await("the promotion of " + replica, () -> {
                var server = databases.server(replica);
                return server.isAvailable() && server.source().isEmpty();
            });
            // AWS tells a little before, or from here nobody can reach the server at all.
            var tried = outage.everWrote() || probe.writes();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Moved(replica, Optional.of(took), tried, next());
        }
    }

    private List<String> next() {
        return List.of(
                "lead the proxy to it: aws rds deregister-db-proxy-targets, then register-db-proxy-targets"
                        + " --db-instance-identifiers %s (the sandbox does it by itself once %s is gone)"
                                .formatted(replica, primary),
                "end %s if it still runs: it takes writes that nobody will see".formatted(primary),
                "the program still declares %s a replica: see docs/decisions/0153 before the next plinth up"
                        .formatted(replica),
                "make a backup: plinth backup now");
    }
}
