package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** An autoscaler leaves more than one pod, however little there is to do. */
final class K8sHpaMin implements RemediatingRule {
    record Limits(
            @Described(value = "pods that an autoscaler leaves at least", min = 1)
            int replicasMin) {}

    private static final RuleConfig<Limits> LIMITS = RuleConfig.of(new Limits(2));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-hpa-min", Autoscalers.TYPES, "An autoscaler leaves more than one pod")
                .severity(Severity.LOW)
                .why("At night one pod is left, and while that one moves to another node nobody answers.")
                .cure("set spec.minReplicas to at least as many pods as the rule asks for")
                .config(LIMITS);
    }

    @Override
    public Judgement check(Resource scaler, Context context) {
        int least = Autoscalers.least(scaler);
        int needed = context.get(LIMITS).replicasMin();
        return Judgement.violatedIf(least < needed, "leaves pods: %d, needs %d".formatted(least, needed));
    }

    @Override
    public Patch remedy(Resource scaler, Context context) {
        int needed = context.get(LIMITS).replicasMin();
        if (Autoscalers.least(scaler) >= needed) {
            return Patch.NONE;
        }
        int most = scaler.get(Autoscalers.SPEC)
                .flatMap(spec -> spec.get(Autoscalers.MOST))
                .orElse(0);
        // Kubernetes refuses a least number above the greatest one.
        Patch room = most < needed ? Patch.put(Autoscalers.MOST, needed) : Patch.NONE;
        return Patch.inside(
                Autoscalers.SPEC, Patch.put(Autoscalers.LEAST, needed).and(room));
    }
}
