package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Stack;
import dev.plinth.policy.StackRule;

/** A workload goes on while one of its pods is gone. */
final class K8sMinReplicas implements StackRule {
    record Limits(
            @Described(value = "pods that a workload has at least", min = 1)
            int replicasMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(2));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-min-replicas", Scaled.TYPES, "A workload has more than one pod")
                .why("While its only pod moves to another node, or starts again, nobody answers.")
                .cure("set spec.replicas to at least as many pods as the rule asks for, or add an autoscaler")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource workload, Stack stack, Context context) {
        if (Scaled.autoscaler(workload, stack).isPresent()) {
            return Judgement.notApplicable("leaves the number of pods to the autoscaler");
        }
        int replicas = Scaled.replicas(workload);
        int needed = context.get(LIMITS).replicasMin();
        return Judgement.violatedIf(replicas < needed, "has pods: %d, needs %d".formatted(replicas, needed));
    }
}
