package dev.plinth.sandbox.reconcile;

import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** One load balancer or CDN and all that it is to do. */
public record ProxyPlan(String machine, MachineKind kind, String urn, ProxyConfiguration configuration) {
    /** The note of a load balancer that is not on the internet: the address that it has for itself. */
    public static final String HOST = "__host";

    private static final int IDLE_SECONDS = 60;

    /** The plans of every load balancer and CDN of the state; the same state gives the same plans. */
    public static List<ProxyPlan> all(Snapshot snapshot) {
        var balancers = snapshot.ofType("aws:lb/loadBalancer:LoadBalancer").map(balancer -> of(balancer, snapshot));
        var distributions = snapshot.ofType(DistributionPlan.TOKEN)
                .map(distribution -> new ProxyPlan(
                        MachineNames.of(distribution),
                        MachineKind.DISTRIBUTION,
                        distribution.urn().value(),
                        DistributionPlan.of(snapshot, distribution)));
        return Stream.concat(balancers, distributions).toList();
    }

    private static ProxyPlan of(StoredResource balancer, Snapshot snapshot) {
        var listeners = new ListenerPlan(snapshot).of(balancer.id());
        var groups = new TargetPlan(snapshot).groups(GroupNames.in(listeners));
        return new ProxyPlan(
                MachineNames.of(balancer),
                MachineKind.LOAD_BALANCER,
                balancer.urn().value(),
                new ProxyConfiguration(attributes(balancer), listeners, groups));
    }

    private static ProxyAttributes attributes(StoredResource balancer) {
        var inputs = new Properties(balancer.inputs());
        return new ProxyAttributes(
                new Properties(balancer.outputs()).text(HOST).orElse(ProxyAttributes.LOCALHOST),
                Duration.ofSeconds(inputs.whole("idleTimeout").orElse(IDLE_SECONDS)),
                inputs.truth("dropInvalidHeaderFields"));
    }
}
