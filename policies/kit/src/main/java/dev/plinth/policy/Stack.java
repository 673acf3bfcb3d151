package dev.plinth.policy;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
     * The resources that a property points to: those that its value was made from, which is known in a preview too, and
     * those whose key has the same value.
     */
    public List<Resource> referenced(Resource from, Property<String> via, ResourceTypes types, Property<String> key) {
        Set<String> dependencies = from.propertyDependencies().getOrDefault(via.name(), Set.of());
        Optional<String> value = from.isUnknown(via) ? Optional.empty() : from.get(via);
        return all(types).stream()
                .filter(to -> dependencies.contains(to.urn()) || (value.isPresent() && value.equals(known(to, key))))
                .toList();
    }

    private static Optional<String> known(Resource resource, Property<String> key) {
        return resource.isUnknown(key) ? Optional.empty() : resource.get(key);
    }
}
