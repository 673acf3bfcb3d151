package dev.plinth.ops.failover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.cloud.Databases;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.failover.Failover.Moved;
import dev.plinth.ops.failover.Probes.Address;
import dev.plinth.ops.failover.Probes.Login;
import dev.plinth.ops.process.Interruption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Where a person moves a data store to another server. */
public final class FailoverDesk {
    private static final double MILLIS = 1000;

    private final StackRuns runs;
    private final Clouds clouds;
    private final Console console;
    private final Attempts attempts;

    /** How writes are tried, and how long is waited. */
    public record Attempts(Probes probes, Interruption interruption) {}

    public FailoverDesk(StackRuns runs, Clouds clouds, Console console, Attempts attempts) {
        this.runs = runs;
        this.clouds = clouds;
        this.console = console;
        this.attempts = attempts;
    }

    /** Moves the database: to its standby when it has one and is there, else to a replica. */
    public void database(Selection selection, Consent consent, boolean json) {
        try (var cloud = clouds.open(runs.place(selection))) {
            carryOut(ofDatabase(selection, cloud), selection, consent, json);
        }
    }

    /** Moves the cache to one of its replicas. */
    public void cache(Selection selection, Consent consent, boolean json) {
        try (var cloud = clouds.open(runs.place(selection))) {
            carryOut(ofCache(selection, cloud), selection, consent, json);
        }
    }

    private Failover ofDatabase(Selection selection, Cloud cloud) {
        var where = runs.whereabouts(selection);
        var databases = cloud.databases();
        var primary = where.text("/database/primary");
        var server = databases.find(primary).filter(Databases.Server::isAvailable);
        if (server.filter(Databases.Server::hasStandby).isPresent()) {
            return new StandbyFailover(databases, primary, probe(selection, cloud, where, server.get()), patience());
        }
        return where.texts("/database/replicas").stream()
                .flatMap(name -> databases.find(name).stream())
                .filter(replica -> replica.isAvailable() && replica.source().isPresent())
                .findFirst()
                .<Failover>map(replica -> new ReplicaFailover(
                        databases, primary, replica.identifier(), probe(selection, cloud, where, replica), patience()))
                .orElseThrow(() -> Failure.failed(
                        "%s has neither a standby nor a replica that follows it; nothing was changed"
                                .formatted(primary),
                        "restore it instead: plinth restore --help"));
    }

    private Failover ofCache(Selection selection, Cloud cloud) {
        var where = runs.whereabouts(selection);
        var group = cloud.caches().group(where.text("/cacheGroup"));
        if (group.nodes().size() < 2) {
            throw Failure.failed(
                    "%s has one node, so there is nothing to fail over to; nothing was changed"
                            .formatted(group.identifier()),
                    "give it more in Pulumi.%s.yaml: plinth:cache: {nodes: 2}".formatted(selection.stack()));
        }
        var token =
                secret(cloud, where.text("/secretArns/cache")).path("password").asText();
        var endpoint = runs.outputs(selection).text("cacheEndpoint").orElse(":0");
        var colon = endpoint.lastIndexOf(':');
        var address = new Address(
                endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)), authority(selection));
        return new CacheFailover(cloud.caches(), group, attempts.probes().cache(address, token), patience());
    }

    private Probes.Probe probe(Selection selection, Cloud cloud, Whereabouts where, Databases.Server server) {
        var secret = secret(cloud, where.text("/secretArns/databaseApp"));
        return attempts.probes()
                .database(
                        new Address(server.address(), server.port(), authority(selection)),
                        where.text("/database/name"),
                        new Login(
                                secret.path("username").asText(),
                                secret.path("password").asText()));
    }

    private Optional<Path> authority(Selection selection) {
        return runs.sandbox(selection).map(sandbox -> Path.of(sandbox.caFile()));
    }

    private static JsonNode secret(Cloud cloud, String arn) {
        try {
            return Json.mapper().readTree(cloud.secrets().read(arn));
        } catch (JsonProcessingException e) {
            // Its message would show the secret.
            throw Failure.failed("the secret %s is no JSON".formatted(arn));
        }
    }

    private Patience patience() {
        return Patience.usual(attempts.interruption());
    }

    private void carryOut(Failover failover, Selection selection, Consent consent, boolean json) {
        failover.plan().forEach(line -> console.narration(json).line("  " + line));
        if (consent.dryRun()) {
            console.narration(json).line("nothing was changed");
            return;
        }
        Confirmation.obtain(console, selection, consent, "Do this to %s?".formatted(selection.stack()));
        tell(failover.carryOut(), selection, json);
    }

    private void tell(Moved moved, Selection selection, boolean json) {
        if (json) {
            var data = Json.object().put("stack", selection.stack()).put("to", moved.to());
            moved.unwritable().ifPresent(time -> data.put("seconds", time.toMillis() / MILLIS));
            data.put("measuredBy", moved.tried() ? "writes" : "status");
            moved.next().forEach(data.putArray("next")::add);
            console.out().line(Json.print(data));
            return;
        }
        var out = console.out();
        out.line(out.paint(Colour.GREEN, "%s takes writes".formatted(moved.to())) + ": " + measured(moved));
        moved.next().forEach(line -> out.line("next: " + line));
    }

    private static String measured(Moved moved) {
        if (moved.unwritable().isEmpty()) {
            return "no write failed meanwhile";
        }
        var seconds =
                String.format(Locale.ROOT, "%.1f s", moved.unwritable().get().toMillis() / MILLIS);
        return moved.tried()
                ? "none worked for " + seconds
                : "AWS says so after %s; from here nobody can reach it, so none was tried".formatted(seconds);
    }
}
