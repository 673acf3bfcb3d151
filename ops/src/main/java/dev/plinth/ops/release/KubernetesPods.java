package dev.plinth.ops.release;

import dev.plinth.ops.cloud.Cluster;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pods of a Kubernetes cluster, which counts how often it has started each of their containers again. */
final class KubernetesPods implements Pods {
    private final Supplier<Cluster> clusters;
    private @Nullable Cluster cluster;

    /** The cluster is opened when it is first asked: most commands never do. */
    KubernetesPods(Supplier<Cluster> clusters) {
        this.clusters = clusters;
    }

    @Override
    public Map<String, String> starts(Colour colour) {
        // The labels that the program gives to the pods of the API.
        var labels = "app.kubernetes.io/name=api,plinth.dev/colour=%s".formatted(colour);
        return cluster().pods(labels).stream()
                .collect(Collectors.toMap(Cluster.Pod::name, pod -> "%d restarts".formatted(pod.restarts())));
    }

    private Cluster cluster() {
        var open = cluster;
        if (open == null) {
            open = clusters.get();
            cluster = open;
        }
        return open;
    }
}
