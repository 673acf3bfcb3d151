package dev.plinth.policies.security.workload;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about kubernetes objects, by name. */
public final class WorkloadRules {
    private WorkloadRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of();
    }
}
