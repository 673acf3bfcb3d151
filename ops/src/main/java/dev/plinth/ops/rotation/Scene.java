package dev.plinth.ops.rotation;

import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.failover.Patience;
import dev.plinth.ops.redis.RedisSession;
import java.nio.file.Path;
import java.util.Optional;

/** An environment's servers and their secrets, found by what the program says of them. */
record Scene(StackRuns runs, Selection selection, Cloud cloud, Whereabouts where) {
    static Scene of(StackRuns runs, Selection selection, Cloud cloud) {
        return new Scene(runs, selection, cloud, runs.whereabouts(selection));
    }

    /** A secret by its name among the outputs. */
    KeptSecret secret(String name) {
        return new KeptSecret(cloud.secrets(), where.text("/secretArns/" + name));
    }

    Server owner(KeptSecret secret, Patience patience) {
        return new DatabaseOwner(entry(secret), cloud.databases(), where.text("/database/primary"), patience);
    }

    Server role(KeptSecret secret) {
        return new DatabaseRole(entry(secret));
    }

    Server cache(Patience patience) {
        var endpoint = runs.outputs(selection).text("cacheEndpoint").orElse(":0");
        var colon = endpoint.lastIndexOf(':');
        var address = new RedisSession.Address(
                endpoint.substring(0, colon), Integer.parseInt(endpoint.substring(colon + 1)), authority());
        return new CacheTokens(address, cloud.caches(), where.text("/cacheGroup"), patience);
    }

    /** At the server itself and not at its proxy, which signs in by passwords that it remembers. */
    private PostgresEntry entry(KeptSecret secret) {
        var server = cloud.databases().server(where.text("/database/primary"));
        var address = "%s:%d/%s".formatted(server.address(), server.port(), where.text("/database/name"));
        return new PostgresEntry(address, secret.field("username"), PostgresEntry.tls(authority()));
    }

    private Optional<Path> authority() {
        return runs.sandbox(selection).map(sandbox -> Path.of(sandbox.caFile()));
    }
}
