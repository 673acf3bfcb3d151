package dev.plinth.ops.failover;

import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Colour;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Confirmation;
import dev.plinth.ops.environment.Consent;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.failover.Failover.Moved;
import dev.plinth.ops.failover.Probes.Address;
import dev.plinth.ops.process.Interruption;
import java.util.Locale;

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
        var database = new Database(runs.whereabouts(selection), cloud);
        var authority = runs.authority(selection);
        return new DatabaseWays(
                        database, server -> attempts.probes().database(database.app(server), authority), patience())
                .best();
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
        var token = cloud.secrets()
                .readJson(where.text("/secretArns/cache"))
                .path("password")
                .asText();
        var endpoint = runs.outputs(selection).text("cacheEndpoint").orElse(":0");
        var colon = endpoint.lastIndexOf(':');
        var address = new Address(
                endpoint.substring(0, colon),
                Integer.parseInt(endpoint.substring(colon + 1)),
                runs.authority(selection));
        return new CacheFailover(cloud.caches(), group, attempts.probes().cache(address, token), patience());
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
