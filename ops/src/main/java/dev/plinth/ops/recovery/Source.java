package dev.plinth.ops.recovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.ops.Failure;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.environment.Whereabouts;
import java.time.Instant;
import java.util.Optional;

/** The database that is restored from, as its environment tells of it. */
record Source(Whereabouts where, Cloud cloud) {
    /** The primary's identifier: its log is what a restore reads. */
    String identifier() {
        return where.text("/database/primary");
    }

    /** The last moment that it can be restored to; nothing when it keeps no backups, or none yet. */
    Optional<Instant> restorable() {
        return cloud.databases().server(identifier()).restorable();
    }

    /** How its owner enters it. */
    Login owner() {
        var server = cloud.databases().server(identifier());
        var secret = secret();
        return new Login(
                server.address(),
                server.port(),
                where.text("/database/name"),
                secret.path("username").asText(),
                secret.path("password").asText());
    }

    /** What the program needs to know to make a copy that stands beside it. */
    ObjectNode settings(RestoreTime time, Claim claim) {
        var settings =
                Json.object().put("account", where.text("/account/id")).put("region", where.text("/account/region"));
        settings.putObject("recovery")
                .put("source", identifier())
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

    private JsonNode secret() {
        var arn = where.text("/secretArns/databaseOwner");
        try {
            return Json.mapper().readTree(cloud.secrets().read(arn));
        } catch (JsonProcessingException e) {
            // Its message would show the secret.
            throw Failure.failed("the secret %s is no JSON".formatted(arn));
        }
    }
}
