package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.reconcile.Proxies;

/** A part of a load balancer's configuration: once it is there or gone, the load balancers follow. */
class Balanced extends AwsKind {
    private final Proxies proxies;

    Balanced(Proxies proxies) {
        this.proxies = proxies;
    }

    Proxies proxies() {
        return proxies;
    }

    @Override
    public void settled() {
        proxies.refresh();
    }
}
