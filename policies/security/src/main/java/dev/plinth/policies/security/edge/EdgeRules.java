package dev.plinth.policies.security.edge;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about the way in, by name. */
public final class EdgeRules {
    private EdgeRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of();
    }
}
