package dev.plinth.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All resources of a stack, ordered by URN, and how they stand to each other: the engine sends them in no order.
 *
 * <p>It tells of two links: the parent, and the resources that a property's value was made from, which a Java program knows
 * only once it has the value. A third is found here: equal texts, such as a name, an ARN or an id. The protocol itself has
 * no id. It is among the outputs where the provider repeats it there, as those made from Terraform's providers do; those of
 * Kubernetes do not, and before the deployment nobody knows it.
 */
public final class Stack {
    private final List<Resource> resources;
    private final Map<String, Resource> byUrn = new HashMap<>();
    private final Map<String, List<Resource>> byType = new HashMap<>();
    private final Map<String, List<Resource>> byParent = new HashMap<>();

    public Stack(List<Resource> resources) {
        this.resources =
                resources.stream().sorted(Comparator.comparing(Resource::urn)).toList();
        for (Resource resource : this.resources) {
            byUrn.put(resource.urn(), resource);
            byType.computeIfAbsent(resource.type(), type -> new ArrayList<>()).add(resource);
            resource.links()
                    .parent()
                    .ifPresent(parent -> byParent.computeIfAbsent(parent, urn -> new ArrayList<>())
                            .add(resource));
        }
    }

    /** All of them. */
    public List<Resource> resources() {
        return resources;
    }

    /** The resource that has this URN. */
    public Optional<Resource> find(String urn) {
        return Optional.ofNullable(byUrn.get(urn));
    }

    /** The resources of these types. */
    public List<Resource> all(ResourceTypes types) {
        return types.isEvery() ? resources : of(types.tokens()).toList();
    }

    /** The component that a resource is part of, or the stack. */
    public Optional<Resource> parent(Resource resource) {
        return resource.links().parent().flatMap(this::find);
    }

    /** The resources that have this one as their parent. */
    public List<Resource> children(Resource resource) {
        return List.copyOf(byParent.getOrDefault(resource.urn(), List.of()));
    }

    /** What has to be there before this resource, as far as it is in the stack. */
    public List<Resource> dependencies(Resource resource) {
        return resource.links().dependencies().stream()
                .sorted()
                .flatMap(urn -> find(urn).stream())
                .toList();
    }

    /** The resources that a property's value was made from. */
    public List<Resource> sources(Resource resource, Property<?> property) {
        return resource.links().propertyDependencies().getOrDefault(property.name(), Set.of()).stream()
                .sorted()
                .flatMap(urn -> find(urn).stream())
                .toList();
    }

    /**
     * The resources that a property points to: those that its value was made from, and those whose key has the same
     * value. Throws if neither is known, as in the preview of a resource that is new: the Java SDK tells the engine what
     * a value was made from only once it has the value.
     */
    public List<Resource> referenced(Resource from, Property<?> via, Property<String> key) {
        List<Resource> sources = sources(from, via).stream()
                .filter(to -> key.owners().contains(to.type()))
                .toList();
        if (!sources.isEmpty()) {
            return sources;
        }
        Set<String> values = texts(from, via);
        return values.isEmpty()
                ? List.of()
                : of(key.owners())
                        .filter(to -> !to.isUnknown(key)
                                && to.get(key).filter(values::contains).isPresent())
                        .toList();
    }

    /**
     * The resources that point to this one by a property, as {@link #referenced} says. Throws if none is known to and some
     * may, because nobody knows yet where they point to.
     */
    public List<Resource> referring(Resource to, Property<?> via, Property<String> key) {
        var found = new ArrayList<Resource>();
        var waits = new TreeSet<String>();
        of(via.owners()).forEach(from -> {
            try {
                if (referenced(from, via, key).contains(to)) {
                    found.add(from);
                }
            } catch (UnknownValueException unknown) {
                waits.add("%s of %s".formatted(via.name(), from.name()));
            }
        });
        if (found.isEmpty() && !waits.isEmpty()) {
            throw new UnknownValueException(waits.first());
        }
        return found;
    }

    /**
     * The resources that point to this one by a property, and those of which nobody knows yet where they point to; for
     * rules that ask whether something is missing, as in the preview of a new stack all is there and nothing is known.
     */
    public List<Resource> mayRefer(Resource to, Property<?> via, Property<String> key) {
        return of(via.owners()).filter(from -> mayRefer(from, to, via, key)).toList();
    }

    private boolean mayRefer(Resource from, Resource to, Property<?> via, Property<String> key) {
        try {
            return referenced(from, via, key).contains(to);
        } catch (UnknownValueException unknown) {
            return true;
        }
    }

    private static Set<String> texts(Resource from, Property<?> via) {
        return switch (from.get(via).orElse(null)) {
            case null -> Set.of();
            case String text -> Set.of(text);
            case List<?> items -> items.stream().map(String::valueOf).collect(Collectors.toSet());
            case Object other ->
                throw new PolicyPackException(
                        "%s is followed to another resource, but is neither a text nor a list of texts".formatted(via));
        };
    }

    private Stream<Resource> of(Set<String> tokens) {
        return tokens.stream().flatMap(token -> byType.getOrDefault(token, List.of()).stream());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Stack stack && stack.resources.equals(resources);
    }

    @Override
    public int hashCode() {
        return resources.hashCode();
    }
}
