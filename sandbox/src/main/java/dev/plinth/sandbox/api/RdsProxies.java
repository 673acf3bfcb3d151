package dev.plinth.sandbox.api;

import dev.plinth.sandbox.api.ApiService.QueryHandler;
import dev.plinth.sandbox.aws.DatabaseInstances;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.aws.ProxyRouting;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.state.StoredResource;
import dev.plinth.sandbox.value.Properties;
import java.util.List;
import java.util.Map;

/**
 * RDS's actions on what proxies lead to: one instance at a time, or none. Registering another one moves the proxy there,
 * and one that it does not lead to is deregistered already.
 */
final class RdsProxies {
    private static final String PROXY = "DBProxyName";
    private static final String GROUP = "TargetGroupName";
    private static final String GROUP_USUAL = "default";
    private static final String INSTANCES = "DBInstanceIdentifiers.member";

    private final Machinery machinery;
    private final ProxyRouting routing;
    private final DatabaseInstances instances;

    RdsProxies(Machinery machinery) {
        this.machinery = machinery;
        this.routing = new ProxyRouting(machinery);
        this.instances = new DatabaseInstances(machinery.state());
    }

    Map<String, QueryHandler> actions() {
        return Map.of(
                "DescribeDBProxyTargets", this::describe,
                "RegisterDBProxyTargets", this::register,
                "DeregisterDBProxyTargets", this::deregister);
    }

    private List<Xml> describe(Parameters parameters, Caller caller) {
        var targets = targets(parameters).stream()
                .filter(target -> !instance(target).isEmpty())
                .map(this::xml)
                .toList();
        return List.of(Xml.element("Targets", targets));
    }

    private List<Xml> register(Parameters parameters, Caller caller) {
        var names = parameters.texts(INSTANCES);
        if (names.size() != 1) {
            throw ApiException.invalid("InvalidParameterValue", "expected one instance to lead to, found " + names);
        }
        var instance = RdsInstances.named(instances, names.getFirst(), caller);
        targets(parameters).forEach(target -> routing.move(target, instance));
        return describe(parameters, caller);
    }

    private List<Xml> deregister(Parameters parameters, Caller caller) {
        var leaving = parameters.texts(INSTANCES);
        targets(parameters).stream()
                .filter(target -> leaving.contains(instance(target)))
                .forEach(routing::leave);
        return List.of();
    }

    private List<StoredResource> targets(Parameters parameters) {
        var proxy = parameters.required(PROXY);
        var targets = routing.targetsOf(proxy);
        if (targets.isEmpty()) {
            throw Rds.notFound("DBProxyNotFoundFault", "the sandbox has no proxy %s with a target".formatted(proxy));
        }
        var group = parameters.text(GROUP).orElse(GROUP_USUAL);
        var ofGroup =
                targets.stream().filter(target -> group(target).equals(group)).toList();
        if (ofGroup.isEmpty()) {
            throw Rds.notFound(
                    "DBProxyTargetGroupNotFoundFault",
                    "the proxy %s has no group of targets %s".formatted(proxy, group));
        }
        return ofGroup;
    }

    private Xml xml(StoredResource target) {
        var outputs = new Properties(target.outputs());
        var name = instance(target);
        boolean available = instances
                .named(name)
                .filter(found -> machinery.postgres().answers(MachineNames.of(found)))
                .isPresent();
        return Xml.element(
                "member",
                Xml.text("TargetArn", outputs.text("targetArn").orElse("")),
                Xml.text("Endpoint", outputs.text("endpoint").orElse("")),
                Xml.text("Port", outputs.whole("port").orElse(0)),
                Xml.text("RdsResourceId", name),
                Xml.text("Type", "RDS_INSTANCE"),
                Xml.text("Role", "READ_WRITE"),
                Xml.element("TargetHealth", Xml.text("State", available ? "AVAILABLE" : "UNAVAILABLE")));
    }

    private static String group(StoredResource target) {
        return new Properties(target.inputs()).text("targetGroupName").orElse(GROUP_USUAL);
    }

    private static String instance(StoredResource target) {
        return new Properties(target.inputs()).text("dbInstanceIdentifier").orElse("");
    }
}
