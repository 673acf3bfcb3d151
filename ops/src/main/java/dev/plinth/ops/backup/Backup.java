package dev.plinth.ops.backup;

import dev.plinth.ops.cloud.Databases.Snapshot;
import dev.plinth.ops.cloud.Vaults.RecoveryPoint;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One backup, wherever it is kept.
 *
 * @param kind where it comes from, such as snapshot/manual or vault/RDS
 * @param bytes its size, where AWS tells; of a snapshot, the size of the disk that it is of
 */
record Backup(
        String name, String kind, String region, Instant made, Optional<Long> bytes, boolean encrypted, String status) {
    private static final long GIB = 1L << 30;

    static Backup of(Snapshot snapshot, String region) {
        return new Backup(
                snapshot.identifier(),
                "snapshot/" + snapshot.kind(),
                region,
                snapshot.made(),
                Optional.of(snapshot.sizeGib()).filter(size -> size > 0).map(size -> size * GIB),
                snapshot.encrypted(),
                snapshot.status());
    }

    static Backup of(RecoveryPoint point, String region) {
        return new Backup(
                point.arn(),
                "vault/" + point.resourceType(),
                region,
                point.made(),
                point.bytes(),
                point.encrypted(),
                point.status().toLowerCase(Locale.ROOT));
    }

    /** Tells whether it can be restored. */
    boolean isWhole() {
        return status.equals("available") || status.equals("completed");
    }
}
