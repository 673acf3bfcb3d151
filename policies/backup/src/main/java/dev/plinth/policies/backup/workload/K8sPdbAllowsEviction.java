package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;
import java.util.Optional;

/** A disruption budget lets at least one pod go, so that nodes can be emptied at all. */
final class K8sPdbAllowsEviction implements StackRule {
    private static final int ONE_POD = 1;

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-pdb-allows-eviction", Budgets.TYPES, "A disruption budget lets one pod go")
                .why("Nodes that cannot be emptied cannot be upgraded, until somebody deletes the budget at night.")
                .cure("set maxUnavailable to 1, or minAvailable below the least number of pods");
    }

    @Override
    public Judgement check(Resource budget, Stack stack, Context context) {
        return Judgement.all(
                () -> Judgement.violatedIf(
                        Budgets.maxUnavailable(budget).filter(Amount::isNone).isPresent(),
                        "lets no pod go, as maxUnavailable is 0"),
                () -> checkKept(budget, stack));
    }

    private static Judgement checkKept(Resource budget, Stack stack) {
        Optional<Amount> kept = Budgets.minAvailable(budget);
        if (kept.isEmpty()) {
            return Judgement.kept();
        }
        int pods = stack.all(Scaled.TYPES).stream()
                .filter(workload -> Scaled.isGuardedBy(budget, workload))
                .mapToInt(workload -> Scaled.least(workload, stack))
                .min()
                .orElse(Integer.MAX_VALUE);
        return Judgement.violatedIf(
                kept.get().isAllOf(Math.max(pods, ONE_POD)),
                "lets no pod go, as minAvailable is %s".formatted(kept.get()));
    }
}
