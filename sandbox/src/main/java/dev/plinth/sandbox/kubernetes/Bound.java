package dev.plinth.sandbox.kubernetes;

import dev.plinth.sandbox.reconcile.Proxies;

/** An object that says which pods get traffic: once it is there or gone, the load balancers follow. */
class Bound extends KubernetesKind {
    private final Proxies proxies;

    Bound(Cluster cluster) {
        super(cluster.objects());
        this.proxies = cluster.proxies();
    }

    @Override
    public void settled() {
        proxies.refresh();
    }
}
