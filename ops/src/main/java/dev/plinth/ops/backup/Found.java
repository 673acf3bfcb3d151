package dev.plinth.ops.backup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.cloud.CloudPlace;
import dev.plinth.ops.cloud.Clouds;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.database.Database;
import dev.plinth.ops.environment.Selection;
import dev.plinth.ops.environment.StackRuns;
import dev.plinth.ops.environment.Whereabouts;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The backups that an environment has.
 *
 * @param here those in its own region, the newest first
 * @param copies those in its recovery region, the newest first
 * @param restorable the last moment that the database can be restored to
 */
record Found(List<Backup> here, List<Backup> copies, Optional<Instant> restorable) {
    private static final Comparator<Backup> NEWEST_FIRST =
            Comparator.comparing(Backup::made).reversed();
    /** A snapshot of a vault is listed by its vault. */
    private static final String OF_A_VAULT = "awsbackup";

    private static final int REGION_IN_ARN = 3;

    Found {
        here = here.stream().sorted(NEWEST_FIRST).toList();
        copies = copies.stream().sorted(NEWEST_FIRST).toList();
    }

    static Found of(Selection selection, StackRuns runs, Clouds clouds) {
        var where = runs.whereabouts(selection);
        List<Backup> here;
        Optional<Instant> restorable;
        try (var cloud = clouds.open(runs.place(selection))) {
            var server = new Database(where, cloud).primary();
            restorable = cloud.databases().server(server).restorable();
            here = here(cloud, where).toList();
        }
        return new Found(here, copies(selection, runs, clouds), restorable);
    }

    /** Those in the environment's own region. */
    static Stream<Backup> here(Cloud cloud, Whereabouts where) {
        var region = where.text("/account/region");
        var snapshots = cloud.databases().snapshots(new Database(where, cloud).primary()).stream()
                .filter(snapshot -> !snapshot.kind().equals(OF_A_VAULT))
                .map(snapshot -> Backup.of(snapshot, region));
        return Stream.concat(snapshots, inVault(cloud, where.text("/backup/vault"), region).stream());
    }

    /** The sandbox copies nothing into another region: it is all on one machine. */
    private static List<Backup> copies(Selection selection, StackRuns runs, Clouds clouds) {
        if (selection.sandboxed()) {
            return List.of();
        }
        var vaults = runs.outputs(selection)
                .values()
                .getOrDefault("backupVaultArns", Json.mapper().createArrayNode());
        var home = runs.place(selection).region();
        return vaults.valueStream()
                .map(JsonNode::asText)
                .filter(arn -> !region(arn).equals(home))
                .flatMap(arn -> {
                    try (var cloud = clouds.open(CloudPlace.aws(region(arn)))) {
                        return inVault(cloud, arn.substring(arn.lastIndexOf(':') + 1), region(arn)).stream();
                    }
                })
                .toList();
    }

    private static List<Backup> inVault(Cloud cloud, String vault, String region) {
        return cloud.vaults().recoveryPoints(vault).stream()
                .map(point -> Backup.of(point, region))
                .toList();
    }

    private static String region(String arn) {
        return arn.split(":", -1)[REGION_IN_ARN];
    }

    /** The newest that can be restored, of those in the environment's own region. */
    Optional<Backup> newest() {
        return here.stream().filter(Backup::isWhole).findFirst();
    }

    /** The newest copy that can be restored. */
    Optional<Backup> newestCopy() {
        return copies.stream().filter(Backup::isWhole).findFirst();
    }
}
