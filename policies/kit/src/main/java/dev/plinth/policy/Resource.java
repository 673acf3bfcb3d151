package dev.plinth.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A resource as the engine shows it: its inputs to a resource rule, its outputs to a stack rule.
 *
 * @param provider empty for providers, components and the stack itself
 */
public record Resource(
        String urn,
        String type,
        String name,
        Properties properties,
        ResourceOptions options,
        Links links,
        Optional<ProviderInstance> provider) {

    /** Whether it is of one of these types. */
    public boolean is(ResourceTypes types) {
        return types.include(type);
    }

    /** See {@link Properties#get}. */
    public <T> Optional<T> get(Property<T> property) {
        return properties.get(property);
    }

    /** See {@link Properties#entry}. */
    public Optional<String> entry(Property<? extends Map<String, ?>> map, String key) {
        return properties.entry(map, key);
    }

    /** See {@link Properties#each}. */
    public Judgement each(ObjectProperty<List<Properties>> property, Function<Properties, Judgement> check) {
        return properties.each(property, check);
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

    /** See {@link Properties#isOpen}. */
    public boolean isOpen(Property<?> property) {
        return properties.isOpen(property);
    }

    /** The same with other properties. */
    public Resource with(Properties other) {
        return new Resource(urn, type, name, other, options, links, provider);
    }

    /** The same, declared with other options. */
    public Resource with(ResourceOptions other) {
        return new Resource(urn, type, name, properties, other, links, provider);
    }

    /** The same, standing otherwise to the other resources. */
    public Resource with(Links other) {
        return new Resource(urn, type, name, properties, options, other, provider);
    }

    /** The same, managed by this provider. */
    public Resource with(ProviderInstance other) {
        return new Resource(urn, type, name, properties, options, links, Optional.of(other));
    }
}
