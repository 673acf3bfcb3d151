package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.pod.Deployments;
import dev.plinth.sandbox.pod.Jobs;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;

/** What Kubernetes objects with behaviour stand on. */
public record Cluster(
        StateStore state, MachineNames names, Deployments deployments, Jobs jobs, ImageStore images, Proxies proxies) {
    Objects objects() {
        return new Objects(state);
    }
}
