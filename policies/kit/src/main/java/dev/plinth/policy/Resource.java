package dev.plinth.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A resource as the engine shows it: its inputs to a resource rule, its outputs to a stack rule. */
public record Resource(
        String urn, String type, String name, Properties properties, Map<String, Set<String>> propertyDependencies) {
    public Resource {
        propertyDependencies = Map.copyOf(propertyDependencies);
    }

    /** Whether it is of one of these types. */
    public boolean is(ResourceTypes types) {
        return types.tokens().contains(type);
    }

    /** See {@link Properties#get}. */
    public <T> Optional<T> get(Property<T> property) {
        return properties.get(property);
    }

    /** See {@link Properties#has}. */
    public boolean has(Property<?> property) {
        return properties.has(property);
    }

    /** See {@link Properties#isUnknown}. */
    public boolean isUnknown(Property<?> property) {
        return properties.isUnknown(property);
    }

    /** See {@link Properties#isSecret}. */
    public boolean isSecret(Property<?> property) {
        return properties.isSecret(property);
    }
}
