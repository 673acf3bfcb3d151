package dev.plinth.sandbox.postgres;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which base backups are kept: the newest two, the first of each day, and all that is needed to restore to any second of
 * the window. The log in between is kept as a whole, so fewer backups cost a restore time, never data.
 */
record Retention(Duration window) {
    private static final int NEWEST = 2;

    /** Those to delete, of all from the oldest to the newest. */
    List<BackupRecord> outlived(List<BackupRecord> backups, Instant now) {
        var kept = new HashSet<>(backups.subList(Math.max(0, backups.size() - NEWEST), backups.size()));
        var start = now.minus(window);
        // From this one a restore to the window's start begins.
        backups.stream()
                .filter(backup -> !backup.from().isAfter(start))
                .reduce((earlier, later) -> later)
                .ifPresent(kept::add);
        var days = new HashSet<Object>();
        backups.stream()
                .filter(backup -> backup.from().isAfter(start))
                .filter(backup ->
                        days.add(backup.from().atOffset(ZoneOffset.UTC).toLocalDate()))
                .forEach(kept::add);
        return rest(backups, kept);
    }

    private static List<BackupRecord> rest(List<BackupRecord> backups, Set<BackupRecord> kept) {
        return backups.stream().filter(backup -> !kept.contains(backup)).toList();
    }
}
