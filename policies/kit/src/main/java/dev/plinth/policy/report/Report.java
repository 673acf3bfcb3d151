package dev.plinth.policy.report;

import dev.plinth.policy.EnforcementLevel;
import dev.plinth.policy.Finding;
import dev.plinth.policy.plan.Plan;
import java.util.List;

/**
 * What packs say of a plan.
 *
 * @param file where the plan was read from, as the user named it
 */
public record Report(String file, Plan plan, List<PackReport> packs) {
    public Report {
        packs = List.copyOf(packs);
    }

    /** Whether something is wrong that stops a deployment. */
    public boolean stopsDeployment() {
        return packs.stream()
                .flatMap(pack -> pack.findings().stream())
                .map(Finding::level)
                .anyMatch(EnforcementLevel.MANDATORY::equals);
    }
}
