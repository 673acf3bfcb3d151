package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.apps.v1.Deployment;
import com.pulumi.kubernetes.apps.v1.StatefulSet;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.Optional;

/** The workloads that run several like pods, and how many they are. */
final class Scaled {
    static final ResourceTypes TYPES = ResourceTypes.of(Deployment.class, StatefulSet.class);

    private static final Metadata METADATA = Metadata.of(TYPES);
    private static final ObjectProperty<Properties> SPEC = TYPES.object("spec");
    private static final Property<Integer> REPLICAS = SPEC.fields().integer("replicas");
    private static final ObjectProperty<Properties> TEMPLATE = SPEC.fields().object("template");
    private static final Metadata OF_PODS = Metadata.of(TEMPLATE.fields());

    private Scaled() {}

    /** The number that the workload says itself; a workload that says none has one pod, or an autoscaler. */
    static int replicas(Resource workload) {
        return workload.get(SPEC).flatMap(spec -> spec.get(REPLICAS)).orElse(1);
    }

    /** The least number of pods, which an autoscaler says if there is one. */
    static int least(Resource workload, Stack stack) {
        return autoscaler(workload, stack).map(Autoscalers::least).orElseGet(() -> replicas(workload));
    }

    /** The autoscaler that sets the number of pods. */
    static Optional<Resource> autoscaler(Resource workload, Stack stack) {
        return stack.all(Autoscalers.TYPES).stream()
                .filter(scaler -> isOf(workload, scaler, stack))
                .findFirst();
    }

    /** Whether the budget is about the pods of the workload. */
    static boolean isGuardedBy(Resource budget, Resource workload) {
        Optional<Properties> pods = workload.get(SPEC).flatMap(spec -> spec.get(TEMPLATE));
        boolean sameNamespace = mayBeEqual(Budgets.namespace(budget), METADATA.knownNamespace(workload));
        return sameNamespace
                && pods.filter(template -> Budgets.selects(budget, key -> OF_PODS.label(template, key)))
                        .isPresent();
    }

    private static boolean isOf(Resource workload, Resource scaler, Stack stack) {
        if (!mayBeEqual(Autoscalers.namespace(scaler), METADATA.knownNamespace(workload))) {
            return false;
        }
        Optional<String> target = Autoscalers.target(scaler);
        return target.isPresent()
                ? target.equals(METADATA.knownName(workload))
                        && workload.type().endsWith(":" + Autoscalers.kind(scaler))
                : Autoscalers.mayBeOf(workload, scaler, stack);
    }

    /** Names that are not known yet may turn out to be the same. */
    private static boolean mayBeEqual(Optional<String> one, Optional<String> other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }
}
