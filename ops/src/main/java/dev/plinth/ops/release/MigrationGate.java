package dev.plinth.ops.release;

import java.util.ArrayList;
import java.util.List;

/** Lets only those migrations pass that the live version can live with, or that say that they end its time. */
final class MigrationGate {
    private final World world;

    MigrationGate(World world) {
        this.world = world;
    }

    /** The schema before and after; throws when the live version could not work with the new one. */
    Versions check(Standing standing) {
        var before = liveSchema(standing.live());
        var files = world.migrations().after(before);
        var newest = world.migrations().newest();
        if (newest < before) {
            throw new StepFailed(
                    "the schema is at version %d, and the checkout knows only %d: an older version is not a release but a rollback"
                            .formatted(before, newest));
        }
        var contracting = files.stream()
                .filter(MigrationFile::contracts)
                .map(MigrationFile::name)
                .toList();
        if (!contracting.isEmpty() && !standing.isUniform()) {
            throw new StepFailed(
                    "%s contracts the schema, and %s still runs another version that may need it: release this version without it first, twice, so that both colours run it"
                            .formatted(String.join(", ", contracting), standing.idle()));
        }
        var breakage =
                Breakage.in(files.stream().filter(file -> !file.contracts()).toList());
        if (!breakage.isEmpty()) {
            var lines = new ArrayList<>(List.of("the live version cannot live with the new schema:"));
            lines.addAll(breakage);
            lines.add("expand in this release and contract in a later one, in a file V..__contract_...sql");
            throw new StepFailed(String.join("\n", lines));
        }
        return new Versions(before, newest, contracting);
    }

    private int liveSchema(Colour live) {
        var reply = world.route().get(live, Smoke.VERSION);
        var schema = Smoke.json(reply).path("schema").asText();
        if (!schema.matches("\\d+")) {
            throw new StepFailed("the live version does not tell its schema at %s: status %d, %s"
                    .formatted(Smoke.VERSION, reply.status(), reply.body()));
        }
        return Integer.parseInt(schema);
    }
}
