package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.pod.DeploymentSpec;
import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** A Deployment: its pods are processes of its image on this machine, changed one after the other. */
final class Deployment extends KubernetesKind {
    static final String TOKEN = "kubernetes:apps/v1:Deployment";
    private static final int GRACE_SECONDS = 30;
    private static final int DEADLINE_SECONDS = 600;
    private final Cluster cluster;

    Deployment(Cluster cluster) {
        super(cluster.objects());
        this.cluster = cluster;
    }

    @Override
    public Fields notes(Desired desired) {
        return cluster.names().claim(desired);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        super.run(desired, resource, before);
        var object = KubernetesObject.of(desired.inputs());
        var spec = spec(object, resource);
        var pods = cluster.deployments().apply(spec, ready -> cluster.proxies().move(desired.urn(), ready));
        cluster.proxies().move(desired.urn(), pods);
        int ready = (int) pods.stream().filter(PodStatus::ready).count();
        return new Fields(Map.of(
                "status",
                new Fields(Map.of(
                        "replicas", Value.number(pods.size()),
                        "readyReplicas", Value.number(ready),
                        "availableReplicas", Value.number(ready),
                        "updatedReplicas", Value.number(pods.size())))));
    }

    @Override
    public void remove(StoredResource resource) {
        cluster.proxies().forget(resource.urn());
        cluster.deployments().remove(MachineNames.of(resource));
        cluster.names().release(resource);
    }

    private DeploymentSpec spec(KubernetesObject object, StoredResource resource) {
        var spec = object.spec();
        var pod = spec.in("template").in("spec");
        return new DeploymentSpec(
                MachineNames.of(resource),
                resource.urn().value(),
                spec.whole("replicas").orElse(1),
                new PodTemplate(cluster.objects(), cluster.images()).serving(object),
                Duration.ofSeconds(pod.whole("terminationGracePeriodSeconds").orElse(GRACE_SECONDS)),
                Duration.ofSeconds(spec.whole("progressDeadlineSeconds").orElse(DEADLINE_SECONDS)));
    }
}
