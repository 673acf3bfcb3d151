package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Kubernetes objects of the state, found by namespace and name as a cluster would. */
record Objects(StateStore state) {
    private static final String NAMESPACE = "kubernetes:core/v1:Namespace";
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
                || hasClusterWide(NAMESPACE, name)
                || state.ofType(HelmRelease.TOKEN).stream()
                        .map(release -> new Properties(release.inputs()))
                        .anyMatch(release -> release.truth("createNamespace")
                                && release.text("namespace")
                                        .filter(name::equals)
                                        .isPresent());
    }

    /** Whether a cluster of the state answers at that address. */
    boolean hasCluster(String server) {
        return state.ofType("aws:eks/cluster:Cluster").stream()
                .map(cluster -> new Properties(cluster.outputs()).text("endpoint"))
                .anyMatch(Optional.of(server)::equals);
    }

    /** Whether there is such an object of the whole cluster. */
    boolean hasClusterWide(String token, String name) {
        return clusterWide(token, name).isPresent();
    }

    /** The labels of a namespace; none when the cluster brings it along. */
    Map<String, String> namespaceLabels(String name) {
        return clusterWide(NAMESPACE, name)
                .map(namespace -> namespace.metadata().textMap("labels"))
                .orElse(Map.of());
    }

    /** The autoscaler that names a Deployment. */
    Optional<KubernetesObject> autoscaler(KubernetesObject deployment) {
        return Autoscaler.TOKENS.stream()
                .flatMap(token -> state.ofType(token).stream())
                .map(resource -> KubernetesObject.of(resource.inputs()))
                .filter(scaler -> scaler.namespace().equals(deployment.namespace())
                        && target(scaler).equals(Optional.of(deployment.name())))
                .findFirst();
    }

    /** The Deployment that an autoscaler names, if it is there. */
    Optional<StoredResource> scaled(KubernetesObject scaler) {
        return state.ofType(Deployment.TOKEN).stream()
                .filter(StoredResource::ready)
                .filter(resource -> {
                    var deployment = KubernetesObject.of(resource.inputs());
                    return scaler.namespace().equals(deployment.namespace())
                            && target(scaler).equals(Optional.of(deployment.name()));
                })
                .findFirst();
    }

    private static Optional<String> target(KubernetesObject scaler) {
        var target = scaler.spec().in("scaleTargetRef");
        return target.text("name").filter(name -> target.text("kind").equals(Optional.of("Deployment")));
    }

    private Optional<KubernetesObject> clusterWide(String token, String name) {
        return state.ofType(token).stream()
                .map(resource -> KubernetesObject.of(resource.inputs()))
                .filter(object -> object.name().equals(name))
                .findFirst();
    }

    /** Another resource that already is the object that this one would be. */
    Optional<StoredResource> twin(StoredResource resource) {
        return state.ofType(resource.urn().type()).stream()
                .filter(other ->
                        other.id().equals(resource.id()) && !other.urn().equals(resource.urn()))
                .findFirst();
    }
}
