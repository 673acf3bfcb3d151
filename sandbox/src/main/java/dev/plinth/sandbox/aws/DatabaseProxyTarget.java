package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.Optional;

/** What a database proxy leads to: while the target is there, the proxy's address answers as that instance. */
final class DatabaseProxyTarget extends AwsKind {
    static final String TOKEN = "aws:rds/proxyTarget:ProxyTarget";
    private final Machinery machinery;
    private final ProxyRouting routing;

    DatabaseProxyTarget(Machinery machinery) {
        this.machinery = machinery;
        this.routing = new ProxyRouting(machinery);
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var inputs = desired.properties();
        var proxy = routing.proxy(inputs)
                .orElseThrow(() -> refused(
                        ProxyRouting.PROXY,
                        "the sandbox has no proxy "
                                + inputs.text(ProxyRouting.PROXY).orElse("(none given)")));
        var instance = routing.instance(inputs)
                .orElseThrow(() -> refused(
                        ProxyRouting.INSTANCE,
                        "the sandbox has no instance "
                                + inputs.text(ProxyRouting.INSTANCE).orElse("(none given)")));
        return routing.lead(proxy, instance);
    }

    @Override
    public void remove(StoredResource resource) {
        routing.proxy(new Properties(resource.inputs())).map(MachineNames::of).ifPresent(machinery.relays()::rest);
    }
}
