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
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;

/** No process of a container can get more rights than the one that started it. */
final class K8sNoPrivilegeEscalation implements RemediatingRule {
    private static final Property<Boolean> ALLOWED = Container.SECURITY.fields().flag("allowPrivilegeEscalation");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory(
                        "k8s-no-privilege-escalation", Workloads.ALL, "A container cannot gain rights while it runs")
                .severity(Severity.HIGH)
                .controls(POD_SECURITY.control("restricted: Privilege Escalation"), CHECKOV.control("CKV_K8S_20"))
                .why("A program with the setuid bit makes root of whoever has broken into the container.")
                .cure("set securityContext.allowPrivilegeEscalation of every container to false")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(
                workload,
                context,
                container -> Judgement.violatedIf(
                        isAllowed(container),
                        "lets %s gain rights, as allowPrivilegeEscalation is not false".formatted(container.title())));
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patchContainers(
                workload,
                context,
                container -> isAllowed(container)
                        ? Patch.inside(Container.SECURITY, Patch.put(ALLOWED, false))
                        : Patch.NONE);
    }

    private static boolean isAllowed(Container container) {
        PodSpec pod = container.pod();
        // Windows has no such right; the API even refuses the field there.
        return !pod.isWindows() && container.security(ALLOWED).orElse(!pod.isPatch());
    }
}
