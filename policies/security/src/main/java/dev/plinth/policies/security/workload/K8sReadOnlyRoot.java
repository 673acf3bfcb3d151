package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;

/** Nobody can leave a program behind in a container, as its root filesystem cannot be written. */
final class K8sReadOnlyRoot implements ResourceRule {
    private static final Property<Boolean> READ_ONLY =
            Container.SECURITY.fields().flag("readOnlyRootFilesystem");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-read-only-root", Workloads.ALL, "A container cannot write its root filesystem")
                .controls(CHECKOV.control("CKV_K8S_22"))
                .why("Who breaks into a container brings tools along; where nothing can be written they cannot stay.")
                .cure("set securityContext.readOnlyRootFilesystem to true and mount an emptyDir where the app writes")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(
                workload,
                context,
                container -> Judgement.violatedIf(
                        !container.security(READ_ONLY).orElse(container.pod().isPatch()),
                        "lets %s write its root filesystem, as readOnlyRootFilesystem is not true"
                                .formatted(container.title())));
    }
}
