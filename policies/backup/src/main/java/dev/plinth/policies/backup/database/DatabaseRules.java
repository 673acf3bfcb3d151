package dev.plinth.policies.backup.database;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about databases and caches, by name. */
public final class DatabaseRules {
    private DatabaseRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new RdsBackupRetention(),
                new RdsClusterStandby(),
                new RdsCopyTags(),
                new RdsDeletionProtection(),
                new RdsEvents(),
                new RdsFinalSnapshot(),
                new RdsKeepAutomatedBackups(),
                new RdsMultiAz(),
                new RdsReplicaForTier(),
                new RdsReplicatedBackups(),
                new RdsStorageHeadroom(),
                new RdsWindowsDisjoint(),
                new RedisFailover(),
                new RedisFinalSnapshot(),
                new RedisSnapshots());
    }
}
