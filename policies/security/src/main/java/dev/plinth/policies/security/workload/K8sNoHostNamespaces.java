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
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** A pod sees its own network, processes and shared memory, not its node's. */
final class K8sNoHostNamespaces implements RemediatingRule {
    private static final List<Property<Boolean>> FLAGS =
            List.of(PodSpec.SHAPE.flag("hostNetwork"), PodSpec.SHAPE.flag("hostPID"), PodSpec.SHAPE.flag("hostIPC"));

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-no-host-namespaces", Workloads.ALL, "A pod does not share its node's namespaces")
                .severity(Severity.HIGH)
                .controls(
                        POD_SECURITY.control("baseline: Host Namespaces"),
                        CHECKOV.control("CKV_K8S_17"),
                        CHECKOV.control("CKV_K8S_18"),
                        CHECKOV.control("CKV_K8S_19"))
                .why("On its node's network a pod passes by all network policies, and in its node's processes it reads"
                        + " the secrets of other pods.")
                .cure("leave hostNetwork, hostPID and hostIPC out")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judge(
                workload,
                context,
                pod -> Judgement.each(
                        FLAGS,
                        flag -> Judgement.violatedIf(
                                pod.get(flag).orElse(false),
                                "shares a namespace with its node, as %s is true".formatted(flag))));
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patch(
                workload,
                context,
                pod -> FLAGS.stream()
                        .filter(flag -> pod.get(flag).orElse(false))
                        .map(flag -> Patch.put(flag, false))
                        .reduce(Patch.NONE, Patch::and));
    }
}
