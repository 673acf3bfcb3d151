package dev.plinth.ops.recovery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.database.Login;
import dev.plinth.ops.environment.Whereabouts;
import java.time.Instant;
import java.util.Optional;

/**
 * The database that is restored from, as its environment tells of it.
 *
 * @param identifier the server that takes writes: its log is what a restore reads
 */
record Source(Whereabouts where, Cloud cloud, String identifier) {
    static Source of(Whereabouts where, Cloud cloud) {
        return new Source(where, cloud, new Database(where, cloud).primary());
    }

    /** The last moment that it can be restored to; nothing when it keeps no backups, or none yet. */
    Optional<Instant> restorable() {
        return cloud.databases().server(identifier).restorable();
    }

    /** How its owner enters it. */
    Login owner() {
        return new Database(where, cloud).owner(cloud.databases().server(identifier));
    }

    /** What the program needs to know to make a copy that stands beside it. */
    ObjectNode settings(RestoreTime time, Claim claim) {
        var settings =
                Json.object().put("account", where.text("/account/id")).put("region", where.text("/account/region"));
        settings.putObject("recovery")
                .put("source", identifier)
                .put("time", time.toString())
                .put("instanceClass", where.text("/database/instanceClass"))
                .put("subnetGroup", where.text("/database/subnetGroup"))
                .put("parameterGroup", where.text("/database/parameterGroup"))
                .put("keyArn", where.text("/database/keyArn"))
                .put("owner", claim.owner())
                .put("expires", claim.expires().toString())
                .putArray("securityGroups")
                .add(where.text("/database/securityGroup"));
        return settings;
    }
}
