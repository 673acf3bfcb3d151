package dev.plinth.policies.backup.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;

/** The pods of a workload do not all stand on one node, or in one zone. */
final class K8sSpread implements ResourceRule {
    private static final Property<?> CONSTRAINTS = PodSpec.SHAPE.objects("topologySpreadConstraints");
    private static final ObjectProperty<Properties> AFFINITY = PodSpec.SHAPE.object("affinity");
    private static final Property<?> APART = AFFINITY.fields().object("podAntiAffinity");
    private static final ObjectProperty<Properties> SPEC = Scaled.TYPES.object("spec");
    private static final Property<Integer> REPLICAS = SPEC.fields().integer("replicas");

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("k8s-spread", Scaled.TYPES, "A workload spreads its pods")
                .severity(Severity.LOW)
                .why("The scheduler may put all pods on one node, and then they are gone with it.")
                .cure("add topologySpreadConstraints over zones and nodes, or a podAntiAffinity");
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        if (isSingle(workload)) {
            return Judgement.notApplicable("leaves a single pod alone, which cannot be spread");
        }
        return Workloads.judge(
                workload,
                pod -> Judgement.violatedIf(
                        !isSpread(pod), "has neither topologySpreadConstraints nor a podAntiAffinity"));
    }

    private static boolean isSingle(Resource workload) {
        return workload.get(SPEC)
                .filter(spec -> !spec.isUnknown(REPLICAS))
                .flatMap(spec -> spec.get(REPLICAS))
                .filter(replicas -> replicas <= 1)
                .isPresent();
    }

    private static boolean isSpread(PodSpec pod) {
        return pod.has(CONSTRAINTS)
                || pod.get(AFFINITY).filter(affinity -> affinity.has(APART)).isPresent();
    }
}
