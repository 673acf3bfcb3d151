package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Kubernetes objects of the state, found by namespace and name as a cluster would. */
record Objects(StateStore state) {
    private static final String SECRET = "kubernetes:core/v1:Secret";
    /** Every cluster has these. */
    private static final Set<String> GIVEN_NAMESPACES =
            Set.of("default", "kube-system", "kube-public", "kube-node-lease");

    /** The object of that name, declared or made by another object's controller. */
    Optional<KubernetesObject> find(String token, String namespace, String name) {
        return declared(token, namespace, name)
                .or(() -> token.equals(SECRET) ? external(namespace, name) : Optional.empty());
    }

    /** Whether there is such an object, declared or made by another object's controller. */
    boolean has(String token, String namespace, String name) {
        return find(token, namespace, name).isPresent();
    }

    /** The object of that name that the program declares itself. */
    Optional<KubernetesObject> declared(String token, String namespace, String name) {
        return state.ofType(token).stream()
                .map(resource -> KubernetesObject.of(resource.inputs()))
                .filter(object ->
                        object.namespace().equals(namespace) && object.name().equals(name))
                .findFirst();
    }

    private Optional<KubernetesObject> external(String namespace, String name) {
        return new ExternalSecrets(state).find(namespace, name).map(data -> {
            var texts = new TreeMap<String, Value>();
            data.forEach((key, text) -> texts.put(key, Value.text(text)));
            return KubernetesObject.of(
                    new Fields(Map.of("kind", Value.text("Secret"), "stringData", new Fields(texts))));
        });
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
