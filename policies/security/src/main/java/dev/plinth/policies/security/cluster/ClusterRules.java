package dev.plinth.policies.security.cluster;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about kubernetes clusters and the registries of their images, by name. */
public final class ClusterRules {
    private ClusterRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of();
    }
}
