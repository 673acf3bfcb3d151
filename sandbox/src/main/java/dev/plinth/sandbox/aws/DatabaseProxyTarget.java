package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.resource.Desired;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a database proxy leads to: while the target is there, the proxy's address answers as that instance. */
final class DatabaseProxyTarget extends AwsKind {
    static final String TOKEN = "aws:rds/proxyTarget:ProxyTarget";
    private static final String PROXY = "dbProxyName";
    private static final String INSTANCE = "dbInstanceIdentifier";
    private final Machinery machinery;

    DatabaseProxyTarget(Machinery machinery) {
        this.machinery = machinery;
    }

    @Override
    public Fields run(Desired desired, StoredResource resource, Optional<StoredResource> before) {
        var proxy = proxy(desired.properties())
                .orElseThrow(() -> refused(
                        PROXY,
                        "the sandbox has no proxy "
                                + desired.properties().text(PROXY).orElse("(none given)")));
        var instance = instance(desired.properties())
                .orElseThrow(() -> refused(
                        INSTANCE,
                        "the sandbox has no instance "
                                + desired.properties().text(INSTANCE).orElse("(none given)")));
        var name = MachineNames.of(instance);
        var server = machinery.postgres().find(name).orElseThrow();
        machinery.postgres().answerTo(name, addresses(instance));
        machinery.relays().lead(MachineNames.of(proxy), proxy.urn().value(), DatabaseProxy.PORT, server.endpoint());
        return described(server.endpoint(), new Properties(instance.outputs()));
    }

    @Override
    public void remove(StoredResource resource) {
        proxy(new Properties(resource.inputs())).map(MachineNames::of).ifPresent(machinery.relays()::rest);
    }

    /** The addresses of every proxy that leads to the instance. */
    private List<String> addresses(StoredResource instance) {
        return machinery.state().ofType(TOKEN).stream()
                .map(target -> new Properties(target.inputs()))
                .filter(target -> instance(target).filter(instance::equals).isPresent())
                .flatMap(target -> proxy(target).stream())
                .map(proxy -> machinery
                        .relays()
                        .address(MachineNames.of(proxy), DatabaseProxy.PORT)
                        .host())
                .distinct()
                .toList();
    }

    private Optional<StoredResource> proxy(Properties target) {
        return named(DatabaseProxy.TOKEN, "name", target.text(PROXY));
    }

    private Optional<StoredResource> instance(Properties target) {
        return named(DatabaseInstance.TOKEN, "identifier", target.text(INSTANCE));
    }

    private Optional<StoredResource> named(String token, String property, Optional<String> name) {
        return name.stream()
                .flatMap(wanted -> machinery.state().ofType(token).stream()
                        .filter(resource -> Stream.of(resource.inputs(), resource.outputs())
                                .anyMatch(fields ->
                                        new Properties(fields).text(property).equals(name))))
                .findFirst();
    }

    private static Fields described(Endpoint server, Properties instance) {
        return new Fields(Map.of(
                "endpoint", Value.text(server.host()),
                "port", Value.number(server.port()),
                "targetArn", Value.text(instance.text("arn").orElse(""))));
    }
}
