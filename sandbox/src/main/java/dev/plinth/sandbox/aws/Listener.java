package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StateStore;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Map;
import java.util.Optional;

/** A listener: its port is the one that the proxy could bind. */
final class Listener extends Balanced {
    private final StateStore state;

    Listener(Machinery machinery) {
        super(machinery.proxies());
        this.state = machinery.state();
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var machine = machine(desired);
        requireCertificate(desired);
        proxies().refresh();
        return proxies()
                .port(machine, resource.id())
                .map(port -> new Fields(Map.of("port", Value.number(port))))
                .orElse(Fields.EMPTY);
    }

    private void requireCertificate(Desired desired) {
        var arn = desired.properties().text("certificateArn").orElse("");
        boolean secure =
                desired.properties().text("protocol").filter("HTTPS"::equals).isPresent();
        if (secure && state.all().noneMatch(resource -> resource.id().equals(arn))) {
            throw refused(
                    "certificateArn",
                    "the sandbox has no certificate %s; declare one with acm.Certificate"
                            .formatted(arn.isEmpty() ? "(none given)" : arn));
        }
    }

    private String machine(Desired desired) {
        var arn = desired.properties().text("loadBalancerArn").orElse("");
        return state.all()
                .filter(resource -> resource.id().equals(arn))
                .findFirst()
                .map(MachineNames::of)
                .orElseThrow(() -> refused("loadBalancerArn", "the sandbox has no load balancer " + arn));
    }
}
