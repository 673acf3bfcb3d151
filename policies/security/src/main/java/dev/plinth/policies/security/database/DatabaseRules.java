package dev.plinth.policies.security.database;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about databases and caches, by name. */
public final class DatabaseRules {
    private DatabaseRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(new RdsForceTls(), new RdsNoPublicAccess(), new RdsStorageEncrypted());
    }
}
