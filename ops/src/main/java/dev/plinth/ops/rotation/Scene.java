package dev.plinth.ops.rotation;

import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.database.Login;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Whereabouts;
import dev.plinth.ops.failover.Patience;
import dev.plinth.ops.redis.RedisSession;

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
        return new DatabaseOwner(entry(secret), cloud.databases(), primary(), patience);
    }

    Server role(KeptSecret secret) {
        return new DatabaseRole(entry(secret));
    }

    Server cache(Patience patience) {
        var endpoint = runs.outputs(selection).text("cacheEndpoint").orElse(":0");
        var colon = endpoint.lastIndexOf(':');
        var address = new RedisSession.Address(
                endpoint.substring(0, colon),
                Integer.parseInt(endpoint.substring(colon + 1)),
                runs.authority(selection));
        return new CacheTokens(address, cloud.caches(), where.text("/cacheGroup"), patience);
    }

    /** At the server itself and not at its proxy, which signs in by passwords that it remembers. */
    private PostgresEntry entry(KeptSecret secret) {
        var server = cloud.databases().server(primary()).address();
        var address = "%s:%d/%s".formatted(server.host(), server.port(), where.text("/database/name"));
        return new PostgresEntry(address, secret.field("username"), Login.tls(runs.authority(selection)));
    }

    private String primary() {
        return new Database(where, cloud).primary();
    }
}
