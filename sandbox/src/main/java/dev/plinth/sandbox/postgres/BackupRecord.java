package dev.plinth.sandbox.postgres;

import java.time.Instant;

/**
 * A finished base backup.
 *
 * @param from the first moment that it can be restored to: when it was complete
 * @param firstWal the WAL segment from which it replays; all later ones are needed as well
 * @param lastWal the WAL segment in which it became complete
 */
record BackupRecord(String id, Instant from, String firstWal, String lastWal) {}
