package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.core.v1.Pod;
import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;

/** A pod belongs to something that starts it again. */
final class K8sNoBarePods implements ResourceRule {
    private static final ResourceTypes PODS = ResourceTypes.of(Pod.class);

    @Override
    public RuleInfo info() {
        return RuleInfo.advisory("k8s-no-bare-pods", PODS, "A pod belongs to a workload")
                .severity(Severity.LOW)
                .why("A pod that belongs to nobody is gone for good as soon as its node is.")
                .cure("make a Deployment, a StatefulSet or a Job of it");
    }

    @Override
    public Judgement check(Resource pod, Context context) {
        return Judgement.violated("belongs to nobody who starts it again on another node");
    }
}
