package dev.plinth.sandbox.aws;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import dev.plinth.sandbox.value.Value;
import dev.plinth.sandbox.value.Value.Fields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which proxy leads to which instance: what the proxy targets of the state say. */
public record ProxyRouting(Machinery machinery) {
    static final String PROXY = "dbProxyName";
    static final String INSTANCE = "dbInstanceIdentifier";

    /** Makes the proxy's address answer as the instance; returns what its target tells of it. */
    Fields lead(StoredResource proxy, StoredResource instance) {
        var name = MachineNames.of(instance);
        machinery.postgres().answerTo(name, addresses(instance));
        return described(relay(proxy, instance), new Properties(instance.outputs()));
    }

    private Endpoint relay(StoredResource proxy, StoredResource instance) {
        var server = machinery.postgres().find(MachineNames.of(instance)).orElseThrow();
        machinery.relays().lead(MachineNames.of(proxy), proxy.urn().value(), DatabaseProxy.PORT, server.endpoint());
        return server.endpoint();
    }

    /** The targets that lead to an instance. */
    public List<StoredResource> targetsOf(StoredResource instance) {
        return targets()
                .filter(target -> instance(new Properties(target.inputs()))
                        .filter(found -> found.urn().equals(instance.urn()))
                        .isPresent())
                .toList();
    }

    /** The targets of a proxy. */
    public List<StoredResource> targetsOf(String proxy) {
        return targets()
                .filter(target -> new Properties(target.inputs())
                        .text(PROXY)
                        .filter(proxy::equals)
                        .isPresent())
                .toList();
    }

    /** Ends all connections through the target's proxy, and lets no new ones through. */
    void cut(StoredResource target) {
        proxy(new Properties(target.inputs())).map(MachineNames::of).ifPresent(machinery.relays()::rest);
    }

    /** Lets connections through again. */
    void restore(StoredResource target) {
        var inputs = new Properties(target.inputs());
        proxy(inputs).ifPresent(proxy -> instance(inputs).ifPresent(instance -> relay(proxy, instance)));
    }

    /** From now on the target is this instance, also for the engine when it looks again. */
    public void move(StoredResource target, StoredResource instance) {
        var moved = naming(
                target, new Properties(instance.outputs()).text("identifier").orElse(""));
        machinery.state().put(moved);
        var proxy = proxy(new Properties(target.inputs())).orElseThrow();
        machinery.state().put(moved.finished(moved.outputs().withAll(lead(proxy, instance))));
    }

    /** From now on the target is nobody, and nothing answers at the proxy's address. */
    public void leave(StoredResource target) {
        cut(target);
        machinery.state().put(naming(target, ""));
    }

    private static StoredResource naming(StoredResource target, String instance) {
        var identifier = Value.text(instance);
        return new StoredResource(
                target.urn(),
                target.id(),
                target.generation(),
                target.inputs().with(INSTANCE, identifier),
                target.outputs().with(INSTANCE, identifier).with("rdsResourceId", identifier),
                true);
    }

    Optional<StoredResource> proxy(Properties target) {
        return named(DatabaseProxy.TOKEN, "name", target.text(PROXY));
    }

    Optional<StoredResource> instance(Properties target) {
        return named(DatabaseInstance.TOKEN, "identifier", target.text(INSTANCE));
    }

    /** The addresses of every proxy that leads to the instance. */
    private List<String> addresses(StoredResource instance) {
        return targetsOf(instance).stream()
                .flatMap(target -> proxy(new Properties(target.inputs())).stream())
                .map(proxy -> machinery
                        .relays()
                        .address(MachineNames.of(proxy), DatabaseProxy.PORT)
                        .host())
                .distinct()
                .toList();
    }

    private Stream<StoredResource> targets() {
        return machinery.state().ofType(DatabaseProxyTarget.TOKEN).stream();
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
