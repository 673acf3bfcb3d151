package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.pod.PodStatus;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A Deployment: its pods are processes of its image on this machine, changed one after the other. */
final class Deployment extends KubernetesKind {
    static final String TOKEN = "kubernetes:apps/v1:Deployment";
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
        new Admission(cluster.objects()).admit(KubernetesObject.of(desired.inputs()));
        var pods = new Workloads(cluster).bringUp(resource);
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
}
