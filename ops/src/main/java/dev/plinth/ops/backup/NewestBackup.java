package dev.plinth.ops.backup;

import dev.plinth.ops.cloud.Cloud;
import dev.plinth.ops.environment.Whereabouts;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** The backup that is looked at before something dangerous. */
public final class NewestBackup {
    /** When the newest backup in the environment's own region was made, of those that can be restored. */
    public static Optional<Instant> of(Cloud cloud, Whereabouts where) {
        return Found.here(cloud, where)
                .filter(Backup::isWhole)
                .map(Backup::made)
                .max(Comparator.naturalOrder());
    }

    private NewestBackup() {}
}
