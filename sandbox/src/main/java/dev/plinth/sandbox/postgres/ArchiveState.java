package dev.plinth.sandbox.postgres;

import java.time.Instant;

/**
 * What is known of an archive.
 *
 * @param restorable the latest moment up to which it holds everything
 * @param thinned the last segment whose zeros take no room any more, empty for none
 */
record ArchiveState(Instant restorable, String thinned) {
    static final ArchiveState NOTHING = new ArchiveState(Instant.EPOCH, "");
}
