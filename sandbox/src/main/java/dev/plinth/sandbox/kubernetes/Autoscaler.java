package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.check.Failure;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A HorizontalPodAutoscaler: its bounds hold for the Deployment that it names, from the moment it is there. Nothing is
 * measured on a laptop, so the pods stay at the lowest number.
 */
final class Autoscaler extends KubernetesKind {
    static final List<String> TOKENS = List.of(
            "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v1:HorizontalPodAutoscaler");
    private final Cluster cluster;

    Autoscaler(Cluster cluster) {
        super(cluster.objects());
        this.cluster = cluster;
    }

    @Override
    public List<Failure> check(Desired desired) {
        var spec = KubernetesObject.of(desired.inputs()).spec();
        int least = spec.whole("minReplicas").orElse(1);
        int most = spec.whole("maxReplicas").orElse(Integer.MAX_VALUE);
        return least >= 1 && least <= most
                ? List.of()
                : List.of(new Failure(
                        "spec.minReplicas",
                        "expected at least 1 and at most maxReplicas %d, found %d".formatted(most, least)));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        super.run(desired, resource, before);
        cluster.objects()
                .scaled(KubernetesObject.of(desired.inputs()))
                .ifPresent(deployment -> new Workloads(cluster).bringUp(deployment));
        return Fields.EMPTY;
    }
}
