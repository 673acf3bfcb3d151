package dev.plinth.policies.security.workload;

import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Patch;
import dev.plinth.policy.Resource;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.Metadata;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;
import java.util.function.Function;

/** Judges pods by the Pod Security Standards, but for those that keep the cluster itself running. */
final class PodStandard {
    record Exemption(
            @Described("namespaces of the cluster itself, whose pods need rights that no app should have")
            List<String> systemNamespaces) {}

    static final RuleConfig<Exemption> EXEMPTION = RuleConfig.of(new Exemption(List.of("kube-system")));

    private static final Metadata METADATA = Metadata.of(Workloads.ALL);

    private PodStandard() {}

    static Judgement judge(Resource workload, Context context, Function<PodSpec, Judgement> check) {
        return isSystem(workload, context)
                ? Judgement.notApplicable("leaves the pods of the cluster itself alone")
                : Workloads.judge(workload, check);
    }

    static Judgement judgeContainers(Resource workload, Context context, Function<Container, Judgement> check) {
        return judge(workload, context, pod -> pod.eachContainer(check));
    }

    static Patch patch(Resource workload, Context context, Function<PodSpec, Patch> change) {
        return isSystem(workload, context) ? Patch.NONE : Workloads.patch(workload, change);
    }

    static Patch patchContainers(Resource workload, Context context, Function<Container, Patch> change) {
        return patch(workload, context, pod -> pod.patchContainers(change));
    }

    private static boolean isSystem(Resource workload, Context context) {
        // Who means a namespace of the cluster names it; one that is made in the same run is none.
        return METADATA.knownNamespace(workload)
                .filter(context.get(EXEMPTION).systemNamespaces()::contains)
                .isPresent();
    }
}
