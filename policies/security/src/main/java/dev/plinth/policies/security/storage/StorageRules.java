package dev.plinth.policies.security.storage;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about buckets, by name. */
public final class StorageRules {
    private StorageRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new S3AccessLogging(),
                new S3AclsDisabled(),
                new S3BlockPublicAccess(),
                new S3BlockPublicFlags(),
                new S3EncryptionConfigured(),
                new S3KmsEncryption(),
                new S3NoPublicAcl(),
                new S3PolicyNotPublic(),
                new S3TlsOnly());
    }
}
