package dev.plinth.sandbox.postgres;

import java.time.Instant;

/** What a new server has its data from. */
public sealed interface RestorePoint {
    /** The server called source as it was at that moment, with what was committed at the moment itself. */
    record Moment(String source, Instant at) implements RestorePoint {}

    /** The server called source, with all that its archive holds. */
    record Latest(String source) implements RestorePoint {}

    /** The snapshot of that id. */
    record FromSnapshot(String id) implements RestorePoint {}
}
