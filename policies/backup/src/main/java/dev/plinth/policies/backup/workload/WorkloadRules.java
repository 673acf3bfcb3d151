package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Rule;
import java.util.List;

/** The rules about kubernetes objects, by name. */
public final class WorkloadRules {
    private WorkloadRules() {}

    /** All of them. */
    public static List<Rule> all() {
        return List.of(
                new K8sHpaMin(),
                new K8sMinReplicas(),
                new K8sNoBarePods(),
                new K8sPdb(),
                new K8sPdbAllowsEviction(),
                new K8sProbes(),
                new K8sPvcBackupLabel(),
                new K8sRequestsLimits(),
                new K8sRetainVolumes(),
                new K8sRollout(),
                new K8sSpread());
    }
}
