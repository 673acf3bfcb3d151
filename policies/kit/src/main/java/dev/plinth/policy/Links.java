package dev.plinth.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a resource stands to others, by their URNs.
 *
 * @param parent the component that it is part of, or the stack
 * @param dependencies everything that has to be there before it; only a stack rule is told
 * @param propertyDependencies what each property's value was made from; only a stack rule is told
 */
public record Links(Optional<String> parent, Set<String> dependencies, Map<String, Set<String>> propertyDependencies) {
    /** Alone. */
    public static final Links NONE = new Links(Optional.empty(), Set.of(), Map.of());

    public Links {
        dependencies = Set.copyOf(dependencies);
        propertyDependencies = Map.copyOf(propertyDependencies);
    }
}
