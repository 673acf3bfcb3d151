package dev.plinth.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All resources of a stack, ordered by URN: the engine sends them in no order. */
public record Stack(List<Resource> resources) {
    public Stack {
        resources =
                resources.stream().sorted(Comparator.comparing(Resource::urn)).toList();
    }

    /** The resources of these types. */
    public List<Resource> all(ResourceTypes types) {
        return resources.stream().filter(resource -> resource.is(types)).toList();
    }

    /**
     * The resources that a property points to: those that its value was made from, and those whose key has the same
     * value. Throws if neither is known, as in the preview of a resource that is new: the Java SDK tells the engine what
     * a value was made from only once it has the value.
     */
    public List<Resource> referenced(Resource from, Property<String> via, Property<String> key) {
        Set<String> sources = from.propertyDependencies().getOrDefault(via.name(), Set.of());
        if (!sources.isEmpty()) {
            return all(key).filter(to -> sources.contains(to.urn())).toList();
        }
        Optional<String> value = from.get(via);
        return value.isEmpty()
                ? List.of()
                : all(key).filter(to -> !to.isUnknown(key) && to.get(key).equals(value))
                        .toList();
    }

    private Stream<Resource> all(Property<?> property) {
        return resources.stream().filter(resource -> property.owners().contains(resource.type()));
    }
}
