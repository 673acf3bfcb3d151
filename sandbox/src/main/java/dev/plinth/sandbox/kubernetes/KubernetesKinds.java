package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import java.util.Map;

/** The Kubernetes types with a behaviour of their own. */
public final class KubernetesKinds {
    private KubernetesKinds() {}

    /** What all other types do. */
    public static Kind rest(Cluster cluster) {
        return new KubernetesKind(cluster.objects());
    }

    /** Takes over the pods that run already, and brings the load balancers up to date with them. */
    public static void adopt(Cluster cluster) {
        cluster.state().ofType(Deployment.TOKEN).stream()
                .filter(StoredResource::ready)
                .forEach(deployment -> cluster.proxies()
                        .adopt(deployment.urn(), cluster.deployments().pods(MachineNames.of(deployment))));
        cluster.proxies().refresh();
    }

    /** The kinds by token. */
    public static Map<String, Kind> of(Cluster cluster) {
        return Map.of(
                Deployment.TOKEN,
                new Deployment(cluster),
                "kubernetes:core/v1:Secret",
                new Secret(cluster.objects()),
                "kubernetes:core/v1:Service",
                new Bound(cluster),
                "kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding",
                new TargetGroupBinding(cluster));
    }
}
