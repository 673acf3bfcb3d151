package dev.plinth.policies.security.workload;

import static dev.plinth.policy.Framework.CHECKOV;
import static dev.plinth.policy.Framework.POD_SECURITY;

import dev.plinth.policy.Context;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.RemediatingRule;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.Optional;
import java.util.Set;

/** A container can make only the calls into the kernel that an ordinary program needs. */
final class K8sSeccomp implements RemediatingRule {
    private static final Set<String> TYPES = Set.of("RuntimeDefault", "Localhost");
    private static final ObjectProperty<Properties> PROFILE = Container.SHARED_SECURITY.object("seccompProfile");
    private static final Property<String> TYPE = PROFILE.fields().text("type");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-seccomp", Workloads.ALL, "A container runs with a seccomp profile")
                .controls(POD_SECURITY.control("restricted: Seccomp"), CHECKOV.control("CKV_K8S_31"))
                .why("Most ways out of a container go through a kernel call that no ordinary program ever makes.")
                .cure("set securityContext.seccompProfile.type of the pod to RuntimeDefault")
                .config(PodStandard.EXEMPTION);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        return PodStandard.judgeContainers(workload, context, container -> {
            if (container.pod().isWindows()) {
                return Judgement.notApplicable("is about Linux only");
            }
            Optional<String> type = type(container.inherited(PROFILE));
            return type.isEmpty()
                    ? Judgement.violatedIf(
                            !container.pod().isPatch(),
                            "runs %s without a seccomp profile".formatted(container.title()))
                    : Judgement.violatedIf(
                            type.filter(TYPES::contains).isEmpty(),
                            "runs %s with the seccomp profile %s".formatted(container.title(), type.get()));
        });
    }

    @Override
    public Patch remedy(Resource workload, Context context) {
        return PodStandard.patch(
                workload,
                context,
                pod -> pod.isWindows()
                        ? Patch.NONE
                        : remedyPod(pod).and(pod.patchContainers(K8sSeccomp::remedyContainer)));
    }

    private static Patch remedyPod(PodSpec pod) {
        Optional<String> type = type(pod.security(PROFILE));
        boolean kept = type.map(TYPES::contains).orElse(pod.isPatch());
        return kept ? Patch.NONE : Patch.inside(PodSpec.SECURITY, runtimeDefault());
    }

    private static Patch remedyContainer(Container container) {
        boolean kept = type(container.security(PROFILE)).map(TYPES::contains).orElse(true);
        return kept ? Patch.NONE : Patch.inside(Container.SECURITY, runtimeDefault());
    }

    /** A whole profile: one of another type may name a file. */
    private static Patch runtimeDefault() {
        return Patch.remove(PROFILE).and(Patch.inside(PROFILE, Patch.put(TYPE, "RuntimeDefault")));
    }

    private static Optional<String> type(Optional<Properties> profile) {
        return profile.flatMap(properties -> properties.get(TYPE));
    }
}
