package dev.plinth.infra.database;

import com.pulumi.aws.rds.Instance;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.notices.Alarm;
import dev.plinth.infra.notices.Alarms;
import dev.plinth.infra.notices.AlarmsArgs;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * PostgreSQL: a primary with point-in-time recovery here and in a second region, its read replicas, and a proxy that
 * pools connections; encrypted, TLS only, with passwords that change by themselves.
 */
public final class Database extends ComponentResource {
    /** The database inside the server. */
    public static final String NAME = "mdl";
    /** The role that owns it, for migrations. */
    public static final String OWNER = "mdl_admin";
    /** The role of the app, which the migration makes. */
    public static final String APP = "mdl_app";

    /** AWS's authority of RSA 2048, good until 2061; pinned, so that a new default of AWS's changes no server. */
    public static final String AUTHORITY = "rds-ca-rsa2048-g1";

    private final DatabaseArgs args;
    private final Instance primary;
    private final List<Instance> replicas;
    private final Logins logins;
    private final DatabaseProxy proxy;

    public Database(String name, DatabaseArgs args, Scope scope) {
        super("plinth:database:Database", name, scope.options());
        this.args = args;
        var within = scope.within(this);
        var servers = new Servers(name, args, this, scope);
        this.primary = servers.primary(OWNER, NAME);
        this.replicas = IntStream.rangeClosed(1, args.spec().replicas())
                .mapToObj(number -> servers.replica(number, primary))
                .toList();
        this.logins = new Logins(name, primary, args.secrets(), this, scope);
        this.proxy = new DatabaseProxy(name + "-proxy", proxyArgs(), within);
        new Rotation(name + "-rotation", rotationArgs(), within);
        RecoveryCopies.of(name, primary.arn(), args, this, scope);
        var sources = new DatabaseEvents.Sources(serverIdentifiers(), servers.parameterGroupName(), proxy.proxyName());
        new DatabaseEvents(name + "-events", sources, args.signals().topicArn(), within);
        new Alarms(name, new AlarmsArgs(alarms(), args.signals().topicArn()), within);
        registerOutputs(Map.of("endpoint", endpoint(), "proxyEndpoint", proxyEndpoint()));
    }

    /** Host and port of the primary. */
    public Output<String> endpoint() {
        return primary.endpoint();
    }

    /** Host and port of the proxy: what the app connects to. */
    public Output<String> proxyEndpoint() {
        return proxy.endpoint();
    }

    public Output<List<String>> replicaEndpoints() {
        return Output.all(replicas.stream().map(Instance::endpoint).toList());
    }

    /** The proxy, as its API calls it. */
    public Output<String> proxyName() {
        return proxy.proxyName();
    }

    /** The proxy's group of targets, which names the server that it leads to. */
    public Output<String> proxyTargetGroupName() {
        return proxy.targetGroupName();
    }

    /** The primary, as backups name it. */
    public Output<String> arn() {
        return primary.arn();
    }

    /** The primary, as its API calls it. */
    public Output<String> identifier() {
        return primary.identifier();
    }

    public Output<List<String>> replicaIdentifiers() {
        return Output.all(replicas.stream().map(Instance::identifier).toList());
    }

    /** What another server needs to stand beside these. */
    public Surroundings surroundings() {
        return new Surroundings(
                primary.dbSubnetGroupName(),
                primary.parameterGroupName(),
                args.placements().servers().securityGroupId());
    }

    /** Where servers stand, and how they are set. */
    public record Surroundings(
            Output<String> subnetGroup, Output<String> parameterGroup, Output<String> securityGroup) {}

    public Output<String> ownerSecretArn() {
        return logins.owner().arn();
    }

    public Output<String> appSecretArn() {
        return logins.app().arn();
    }

    private DatabaseProxyArgs proxyArgs() {
        return new DatabaseProxyArgs(
                primary.identifier(),
                List.of(ownerSecretArn(), appSecretArn()),
                args.placements().proxy(),
                args.secrets(),
                args.signals());
    }

    /** The owner's only: pods hold the app's password for as long as they run (record 0075). */
    private RotationArgs rotationArgs() {
        return new RotationArgs(
                Map.of("owner", ownerSecretArn()),
                args.spec().rotationDays(),
                args.placements().rotation(),
                args.secrets(),
                args.signals());
    }

    private Output<List<String>> serverIdentifiers() {
        return Output.all(Stream.concat(Stream.of(primary), replicas.stream())
                .map(Instance::identifier)
                .toList());
    }

    private List<Alarm> alarms() {
        var size = args.spec().size();
        var alarms = new ArrayList<>(ServerAlarms.ofPrimary(size, primary.identifier()));
        for (int index = 0; index < replicas.size(); index++) {
            alarms.addAll(
                    ServerAlarms.ofReplica(index + 1, size, replicas.get(index).identifier()));
        }
        alarms.addAll(ProxyAlarms.of(proxy.proxyName()));
        return alarms;
    }
}
