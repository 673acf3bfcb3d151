package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The Kubernetes types with a behaviour of their own. */
public final class KubernetesKinds {
    /** Longer than the sandbox takes to make a secret's value, unless that needs a database first. */
    private static final Duration SECRET_AWAITED_MAX = Duration.ofSeconds(60);

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
        var objects = cluster.objects();
        var kinds = new HashMap<String, Kind>();
        kinds.put(Deployment.TOKEN, new Deployment(cluster));
        kinds.put(Job.TOKEN, new Job(cluster));
        kinds.put("kubernetes:core/v1:Secret", new Secret(objects));
        kinds.put("kubernetes:core/v1:Service", new Bound(cluster));
        Autoscaler.TOKENS.forEach(token -> kinds.put(token, new Autoscaler(cluster)));
        kinds.put(HelmRelease.TOKEN, new HelmRelease(objects));
        kinds.put("kubernetes:elbv2.k8s.aws/v1beta1:TargetGroupBinding", new TargetGroupBinding(cluster));
        for (var version : ExternalSecrets.VERSIONS) {
            kinds.put(ExternalSecrets.token(version, "SecretStore"), new SecretStore(objects));
            kinds.put(ExternalSecrets.token(version, "ClusterSecretStore"), new SecretStore(objects));
            kinds.put(
                    ExternalSecrets.token(version, "ExternalSecret"), new ExternalSecret(objects, SECRET_AWAITED_MAX));
        }
        return kinds;
    }
}
