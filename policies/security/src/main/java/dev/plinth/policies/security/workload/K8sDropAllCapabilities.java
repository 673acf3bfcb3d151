package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.Severity;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** A container gives up all rights of root, but for the one to open a port below 1024. */
final class K8sDropAllCapabilities implements RemediatingRule {
    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-drop-all-capabilities", Workloads.ALL, "A container gives up all capabilities")
                .severity(Severity.HIGH)
                .controls(
                        POD_SECURITY.control("restricted: Capabilities"),
                        CHECKOV.control("CKV_K8S_28"),
                        CHECKOV.control("CKV_K8S_37"))
                .why("What a runtime gives to each container by default, such as sending raw packets, helps an intruder"
                        + " and hardly any app.")
                .cure("set securityContext.capabilities.drop to [\"ALL\"] and add NET_BIND_SERVICE at most")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(
                workload,
                context,
                container -> container.pod().isWindows()
                        ? Judgement.notApplicable("is about Linux only")
                        : Judgement.all(() -> checkDropped(container), () -> checkAdded(container)));
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patchContainers(
                workload, context, container -> container.pod().isWindows() ? Patch.NONE : remedyContainer(container));
    }

    private static Patch remedyContainer(Container container) {
        List<String> added = Capabilities.added(container);
        List<String> left =
                added.stream().filter(K8sDropAllCapabilities::isLeft).toList();
        Patch drop = dropsAll(container) ? Patch.NONE : Capabilities.drop(List.of("ALL"));
        return left.equals(added) ? drop : drop.and(Capabilities.add(left));
    }

    private static Judgement checkDropped(Container container) {
        return Judgement.violatedIf(
                !dropsAll(container),
                "leaves capabilities to %s, as capabilities.drop lacks ALL".formatted(container.title()));
    }

    private static Judgement checkAdded(Container container) {
        return Judgement.each(
                Capabilities.added(container),
                capability -> Judgement.violatedIf(
                        !isLeft(capability),
                        "adds the capability %s to %s, which may have %s only"
                                .formatted(capability, container.title(), Capabilities.BIND)));
    }

    private static boolean isLeft(String capability) {
        // Those outside the baseline are the business of the rule about the baseline.
        return capability.equals(Capabilities.BIND) || !Capabilities.BASELINE.contains(capability);
    }

    private static boolean dropsAll(Container container) {
        return Capabilities.dropped(container)
                .map(capabilities -> capabilities.contains("ALL"))
                .orElse(container.pod().isPatch());
    }
}
