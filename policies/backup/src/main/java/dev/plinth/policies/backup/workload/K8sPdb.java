package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** Somebody who empties nodes does not take all pods of a workload at once. */
final class K8sPdb implements StackRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-pdb", Scaled.TYPES, "A workload of several pods has a disruption budget")
                .why("An upgrade of the nodes may otherwise evict every pod of the workload in the same minute.")
                .cure("add a PodDisruptionBudget whose selector matches the labels of the pods");
    }

    @Override
    public Judgement check(Resource workload, Stack stack, Context context) {
        boolean several = Scaled.autoscaler(workload, stack).isPresent() || Scaled.replicas(workload) > 1;
        if (!several) {
            return Judgement.notApplicable("leaves a single pod alone, which a budget would pin to its node");
        }
        boolean guarded = stack.all(Budgets.TYPES).stream().anyMatch(budget -> Scaled.isGuardedBy(budget, workload));
        return Judgement.violatedIf(!guarded, "has no disruption budget for its pods");
    }
}
