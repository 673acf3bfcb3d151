package dev.plinth.policies.security.storage;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about buckets, by name. */
public final class StorageRules {
    private StorageRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of();
    }
}
