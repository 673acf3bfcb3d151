package dev.plinth.policies.backup.storage;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about buckets and repositories, by name. */
public final class StorageRules {
    private StorageRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new NoForceDestroy(),
                new S3Lifecycle(),
                new S3ObjectLockForTier(),
                new S3ReplicationForTier(),
                new S3Versioning(),
                new S3VersioningConfigured());
    }
}
