package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.autoscaling.v2.HorizontalPodAutoscaler;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Stack;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.List;
import java.util.Optional;

/** What sets the number of a workload's pods by their load. */
final class Autoscalers {
    static final ResourceTypes TYPES = ResourceTypes.of(
            HorizontalPodAutoscaler.class, com.pulumi.kubernetes.autoscaling.v1.HorizontalPodAutoscaler.class);
    static final ObjectProperty<Properties> SPEC = TYPES.object("spec");
    static final Property<Integer> LEAST = SPEC.fields().integer("minReplicas");
    static final Property<Integer> MOST = SPEC.fields().integer("maxReplicas");

    private static final Metadata METADATA = Metadata.of(TYPES);
    private static final ObjectProperty<Properties> TARGET = SPEC.fields().object("scaleTargetRef");
    private static final Property<String> KIND = TARGET.fields().text("kind");
    private static final Property<String> NAME = TARGET.fields().text("name");

    private Autoscalers() {}

    static int least(Resource scaler) {
        return scaler.get(SPEC).flatMap(spec -> spec.get(LEAST)).orElse(1);
    }

    static Optional<String> namespace(Resource scaler) {
        return METADATA.knownNamespace(scaler);
    }

    /** The name of the workload, as far as it is known. */
    static Optional<String> target(Resource scaler) {
        return isTargetUnknown(scaler) ? Optional.empty() : reference(scaler).flatMap(target -> target.get(NAME));
    }

    static String kind(Resource scaler) {
        return reference(scaler).flatMap(target -> target.get(KIND)).orElse("");
    }

    /** Whether it may be about a workload though its target is not known yet. */
    static boolean mayBeOf(Resource workload, Resource scaler, Stack stack) {
        List<Resource> sources = stack.sources(scaler, SPEC);
        return isTargetUnknown(scaler) && (sources.isEmpty() || sources.contains(workload));
    }

    private static boolean isTargetUnknown(Resource scaler) {
        return scaler.isUnknown(SPEC)
                || scaler.get(SPEC).filter(spec -> spec.isUnknown(TARGET)).isPresent()
                || reference(scaler).filter(target -> target.isUnknown(NAME)).isPresent();
    }

    private static Optional<Properties> reference(Resource scaler) {
        return scaler.get(SPEC).flatMap(spec -> spec.get(TARGET));
    }
}
