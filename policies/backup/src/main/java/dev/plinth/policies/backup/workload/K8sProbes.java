package dev.plinth.policies.backup.workload;

import static dev.plinth.policy.Framework.CHECKOV;

import com.pulumi.kubernetes.apps.v1.DaemonSet;
import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.ReplicaSet;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import com.pulumi.kubernetes.core.v1.Pod;
import dev.plinth.policy.Context;
import dev.plinth.policy.Described;
import dev.plinth.policy.Judgement;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceRule;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.RuleConfig;
import dev.plinth.policy.RuleInfo;
import dev.plinth.policy.kubernetes.Container;
import dev.plinth.policy.kubernetes.PodSpec;
import dev.plinth.policy.kubernetes.Workloads;
import java.util.List;

/** The cluster knows of each container whether it may be asked, and whether it has to be started again. */
final class K8sProbes implements ResourceRule {
    record Demand(
            @Described("whether a container needs a livenessProbe as well as a readinessProbe")
            boolean liveness) {}

    private static final RuleConfig<Demand> DEMAND = RuleConfig.of(new Demand(true));
    private static final ResourceTypes SERVERS =
            ResourceTypes.of(Pod.class, Deployment.class, StatefulSet.class, DaemonSet.class, ReplicaSet.class);
    private static final Property<String> RESTART = PodSpec.SHAPE.text("restartPolicy");
    private static final Property<?> READINESS = Container.SHAPE.object("readinessProbe");
    private static final Property<?> LIVENESS = Container.SHAPE.object("livenessProbe");

    @Override
    public RuleInfo info() {
        return RuleInfo.mandatory("k8s-probes", SERVERS, "A container that serves has probes")
                .controls(CHECKOV.control("CKV_K8S_8"), CHECKOV.control("CKV_K8S_9"))
                .why("Without probes requests go to a pod that is not ready, and one that hangs does so for good.")
                .cure("give each container a readinessProbe and a livenessProbe")
                .config(DEMAND);
    }

    @Override
    public Judgement check(Resource workload, Context context) {
        List<Property<?>> needed = context.get(DEMAND).liveness() ? List.of(READINESS, LIVENESS) : List.of(READINESS);
        return Workloads.judge(
                workload,
                pod -> pod.get(RESTART).orElse("Always").equals("Always")
                        ? pod.eachContainer(container -> checkProbes(container, needed))
                        : Judgement.notApplicable("leaves a pod alone that ends by itself"));
    }

    private static Judgement checkProbes(Container container, List<Property<?>> needed) {
        return container.kind() == Container.Kind.MAIN
                ? Judgement.each(
                        needed,
                        probe -> Judgement.violatedIf(
                                !container.has(probe), "runs %s without a %s".formatted(container.title(), probe)))
                : Judgement.kept();
    }
}
