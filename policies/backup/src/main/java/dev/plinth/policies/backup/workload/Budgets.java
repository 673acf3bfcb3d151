package dev.plinth.policies.backup.workload;

import com.pulumi.kubernetes.policy.v1.PodDisruptionBudget;
import dev.plinth.policy.ObjectProperty;
import dev.plinth.policy.Properties;
import dev.plinth.policy.Property;
import dev.plinth.policy.Resource;
import dev.plinth.policy.ResourceTypes;
import dev.plinth.policy.Value;
import dev.plinth.policy.kubernetes.Metadata;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** How many of which pods may be taken away at once, when somebody empties a node. */
final class Budgets {
    static final ResourceTypes TYPES = ResourceTypes.of(PodDisruptionBudget.class);

    private static final Metadata METADATA = Metadata.of(TYPES);
    private static final ObjectProperty<Properties> SPEC = TYPES.object("spec");
    private static final Property<Value> MAX_UNAVAILABLE = SPEC.fields().open("maxUnavailable");
    private static final Property<Value> MIN_AVAILABLE = SPEC.fields().open("minAvailable");
    private static final ObjectProperty<Properties> SELECTOR = SPEC.fields().object("selector");
    private static final Property<Map<String, String>> LABELS =
            SELECTOR.fields().textMap("matchLabels");

    private Budgets() {}

    static Optional<String> namespace(Resource budget) {
        return METADATA.knownNamespace(budget);
    }

    static Optional<Amount> maxUnavailable(Resource budget) {
        return amount(budget, MAX_UNAVAILABLE);
    }

    static Optional<Amount> minAvailable(Resource budget) {
        return amount(budget, MIN_AVAILABLE);
    }

    /** Whether it is about pods with these labels; what it says by expressions is taken to be about them. */
    static boolean selects(Resource budget, Function<String, Optional<String>> labels) {
        return budget.get(SPEC)
                .flatMap(spec -> spec.get(SELECTOR))
                .filter(selector -> selector.get(LABELS).orElse(Map.of()).entrySet().stream()
                        .allMatch(label -> labels.apply(label.getKey())
                                .filter(label.getValue()::equals)
                                .isPresent()))
                .isPresent();
    }

    private static Optional<Amount> amount(Resource budget, Property<Value> property) {
        return budget.get(SPEC).flatMap(spec -> spec.get(property)).flatMap(Amount::of);
    }
}
