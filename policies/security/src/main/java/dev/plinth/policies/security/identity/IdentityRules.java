package dev.plinth.policies.security.identity;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about identities, keys and secrets, by name. */
public final class IdentityRules {
    private IdentityRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of();
    }
}
