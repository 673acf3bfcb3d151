package dev.plinth.ops.release;

import java.util.List;

/**
 * The schema of the database before and after a release, as numbers of migrations.
 *
 * @param contracting the migrations of the release after which the version before cannot work any more
 */
public record Versions(int schemaBefore, int schemaAfter, List<String> contracting) {
    static final Versions UNKNOWN = new Versions(0, 0, List.of());

    public Versions {
        contracting = List.copyOf(contracting);
    }
}
