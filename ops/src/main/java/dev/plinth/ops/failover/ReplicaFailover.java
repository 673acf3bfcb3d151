package dev.plinth.ops.failover;

import dev.plinth.ops.ExitCode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Databases.Server;
import dev.plinth.ops.database.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a replica the primary, for one that is lost, and leads the proxy to it. */
record ReplicaFailover(Database database, Change change, Probes.Probe probe, Patience patience) implements Failover {
    /**
     * Which server takes over from which.
     *
     * @param replica one that follows nobody any more was promoted by a run that did not reach its end
     */
    record Change(String primary, Server replica) {
        String to() {
            return replica.identifier();
        }

        boolean isPromoted() {
            return replica.source().isEmpty();
        }
    }

    @Override
    public List<String> plan() {
        var primary = change.primary();
        var replica = change.to();
        var promotion = change.isPromoted()
                ? Stream.of("%s is promoted already: it follows nobody and takes writes".formatted(replica))
                : Stream.of(
                        "promote %s: it stops following %s and takes writes".formatted(replica, primary),
                        "what %s has not received from %s by then is lost".formatted(replica, primary),
                        "a promotion is not taken back");
        return Stream.concat(
                        promotion,
                        Stream.of(
                                "lead the proxy %s to %s: what the app holds open ends, and comes back there"
                                        .formatted(database.proxy().proxy(), replica),
                                "%s itself is not touched".formatted(primary)))
                .toList();
    }

    @Override
    public Moved carryOut() {
        var begun = System.nanoTime();
        if (!change.isPromoted()) {
            database.cloud().databases().promote(change.to());
        }
        try (var outage = Outage.watch(probe)) {
            patience.await("the promotion of " + change.to(), this::isPrimary);
            leadProxy();
            // AWS tells a little before, or from here nobody can reach the server at all.
            var tried = outage.everWrote() || probe.writes();
            var took = Duration.ofNanos(System.nanoTime() - begun);
            return new Moved(change.to(), Optional.of(took), tried, next());
        } catch (Failure e) {
            throw unfinished(e);
        }
    }

    private boolean isPrimary() {
        var server = database.cloud().databases().server(change.to());
        return server.isAvailable() && server.source().isEmpty();
    }

    /** RDS moves no proxy by itself, and lets one lead to a single server; the sandbox's leads there by now. */
    private void leadProxy() {
        var proxies = database.cloud().proxies();
        var proxy = database.proxy();
        var targets = proxies.targets(proxy);
        targets.stream()
                .filter(target -> !target.server().equals(change.to()))
                .forEach(target -> proxies.deregister(proxy, target.server()));
        if (targets.stream().noneMatch(target -> target.server().equals(change.to()))) {
            proxies.register(proxy, change.to());
        }
        patience.await(
                "the proxy's way to " + change.to(),
                () -> proxies.targets(proxy).stream()
                        .anyMatch(target -> target.server().equals(change.to()) && target.isAvailable()));
    }

    private Failure unfinished(Failure failure) {
        if (failure.exitCode() == ExitCode.INTERRUPTED) {
            return failure;
        }
        var details = new ArrayList<>(failure.details());
        details.add("%s was told to become a primary, but the proxy may not lead to it yet".formatted(change.to()));
        details.add("the same command goes on from there: plinth failover database");
        return Failure.failed(String.valueOf(failure.getMessage()), details.toArray(String[]::new));
    }

    private List<String> next() {
        return List.of(
                "end %s if it still runs: it takes writes that nobody will see".formatted(change.primary()),
                "the program still declares %s a replica: see docs/decisions/0153 before the next plinth up"
                        .formatted(change.to()),
                "make a backup: plinth backup now");
    }
}
