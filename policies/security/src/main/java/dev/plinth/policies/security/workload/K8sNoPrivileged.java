package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;

/** No container is privileged: such a one may do on its node what root may. */
final class K8sNoPrivileged implements RemediatingRule {
    private static final Property<Boolean> PRIVILEGED =
            Container.SECURITY.fields().flag("privileged");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-no-privileged", Workloads.ALL, "A container is not privileged")
                .severity(Severity.CRITICAL)
                .controls(POD_SECURITY.control("baseline: Privileged Containers"), CHECKOV.control("CKV_K8S_16"))
                .why("A privileged container has all rights on its node, and so on every other pod there.")
                .cure("set securityContext.privileged to false and add the one capability that is really needed")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(
                workload,
                context,
                container -> Judgement.violatedIf(
                        isPrivileged(container), "runs %s privileged".formatted(container.title())));
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patchContainers(
                workload,
                context,
                container -> isPrivileged(container)
                        ? Patch.inside(Container.SECURITY, Patch.put(PRIVILEGED, false))
                        : Patch.NONE);
    }

    private static boolean isPrivileged(Container container) {
        return container.security(PRIVILEGED).orElse(false);
    }
}
