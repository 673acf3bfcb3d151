package dev.plinth.sandbox.proxy;

import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.machine.Pending;
import java.util.Optional;

/** Load balancers as machines: one proxy process each, steered over its own loopback control port. */
public final class LoadBalancers {
    public LoadBalancers(Machines machines, CertificateAuthority authority) {
        Pending.of();
    }

    /** Starts the process if it is not there, and returns when it has taken the configuration over as a whole. */
    public ProxyStatus apply(String name, String urn, ProxyConfiguration configuration) {
        return Pending.of(name + urn + configuration);
    }

    /** The configuration applied last. */
    public Optional<ProxyConfiguration> configuration(String name) {
        return Pending.of(name);
    }

    /** What the process says of itself right now; empty when there is no such load balancer. */
    public Optional<ProxyStatus> status(String name) {
        return Pending.of(name);
    }

    /** Stops the process and forgets its configuration; a name that is not there is fine. */
    public void remove(String name) {
        Pending.of(name);
    }
}
