package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.reconcile.ProxyPlan;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A load balancer: a proxy process, at localhost, or at an address of its own when it is internal. */
final class LoadBalancer extends Balanced {
    private final MachineNames names;

    LoadBalancer(Machinery machinery) {
        super(machinery.proxies());
        this.names = machinery.names();
    }

    @Override
    public Fields notes(Desired desired) {
        var claimed = names.claim(desired);
        return desired.properties().truth("internal")
                ? claimed.with(ProxyPlan.HOST, Value.text(proxies().address(MachineNames.in(claimed))))
                : claimed;
    }

    @Override
    public Fields computed(Desired desired, String id) {
        return super.computed(desired, id)
                .withAll(
                        new Fields(Map.of("dnsName", Value.text("localhost"), "zoneId", Value.text("Z215JYRZR1TBD5"))));
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        proxies().start(MachineNames.of(resource));
        return new Properties(resource.outputs())
                .text(ProxyPlan.HOST)
                .map(host -> new Fields(Map.of("dnsName", Value.text(host))))
                .orElse(Fields.EMPTY);
    }

    @Override
    public void remove(StoredResource resource) {
        super.remove(resource);
        proxies().remove(MachineNames.of(resource));
        names.release(resource);
    }
}
