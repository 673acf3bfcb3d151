package dev.plinth.ops.cloud;

import java.util.List;
import java.util.Objects;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBProxyTarget;

/** Proxies in front of database servers: which server each of them leads to. */
public final class Proxies {
    private final RdsClient client;

    Proxies(RdsClient client) {
        this.client = client;
    }

    /** A proxy's group of targets, both by name; RDS lets it hold one server. */
    public record Group(String proxy, String name) {}

    /**
     * A server that a proxy leads to.
     *
     * @param state as RDS names it: AVAILABLE, REGISTERING or UNAVAILABLE; empty while RDS tells none
     */
    public record Target(String server, String state) {
        public boolean isAvailable() {
            return state.equals("AVAILABLE");
        }
    }

    public List<Target> targets(Group group) {
        return Permissions.ask(
                "rds:DescribeDBProxyTargets",
                group.proxy(),
                () -> client
                        .describeDBProxyTargetsPaginator(
                                request -> request.dbProxyName(group.proxy()).targetGroupName(group.name()))
                        .targets()
                        .stream()
                        .map(Proxies::read)
                        .toList());
    }

    /** Takes a server away: the proxy ends its connections there and makes no new ones. */
    public void deregister(Group group, String server) {
        Permissions.carryOut(
                "rds:DeregisterDBProxyTargets",
                group.proxy(),
                () -> client.deregisterDBProxyTargets(request -> request.dbProxyName(group.proxy())
                        .targetGroupName(group.name())
                        .dbInstanceIdentifiers(server)));
    }

    /** Lets the proxy lead to a server, as soon as it has connections there; it goes on after this returns. */
    public void register(Group group, String server) {
        Permissions.carryOut(
                "rds:RegisterDBProxyTargets",
                group.proxy(),
                () -> client.registerDBProxyTargets(request -> request.dbProxyName(group.proxy())
                        .targetGroupName(group.name())
                        .dbInstanceIdentifiers(server)));
    }

    private static Target read(DBProxyTarget target) {
        var health = target.targetHealth();
        return new Target(
                target.rdsResourceId(), health == null ? "" : Objects.requireNonNullElse(health.stateAsString(), ""));
    }
}
