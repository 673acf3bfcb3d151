package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import java.util.Optional;
import java.util.Set;

/** Kubernetes objects of the state, found by namespace and name as a cluster would. */
record Objects(StateStore state) {
    /** Every cluster has these. */
    private static final Set<String> GIVEN_NAMESPACES =
            Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    Optional<KubernetesObject> find(String token, String namespace, String name) {
        return state.ofType(token).stream()
                .map(resource -> KubernetesObject.of(resource.inputs()))
                .filter(object ->
                        object.namespace().equals(namespace) && object.name().equals(name))
                .findFirst();
    }

    boolean hasNamespace(String name) {
        return GIVEN_NAMESPACES.contains(name)
                || state.ofType("kubernetes:core/v1:Namespace").stream()
                        .anyMatch(resource ->
                                KubernetesObject.of(resource.inputs()).name().equals(name));
    }

    /** Another resource that already is the object that this one would be. */
    Optional<StoredResource> twin(StoredResource resource) {
        return state.ofType(resource.urn().type()).stream()
                .filter(other ->
                        other.id().equals(resource.id()) && !other.urn().equals(resource.urn()))
                .findFirst();
    }
}
