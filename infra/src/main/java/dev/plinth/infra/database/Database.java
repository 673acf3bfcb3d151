package dev.plinth.infra.database;

import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.infra.component.FinalSnapshot;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.secret.GeneratedSecret;
import dev.plinth.infra.secret.GeneratedSecretArgs;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * PostgreSQL: a primary with point-in-time recovery and its read replicas, encrypted, TLS only, closed to all but the
 * app.
 */
public final class Database extends ComponentResource {
    /** The database inside the server, and the role that owns it. */
    public static final String NAME = "mdl";

    private static final String ENGINE = "postgres";
    private static final String USER = "mdl_admin";

    private final DatabaseSpec spec;
    private final Scope scope;
    private final CustomResourceOptions child;
    private final GeneratedSecret secret;
    private final Instance primary;
    private final List<Instance> replicas;

    public Database(String name, DatabaseArgs args, Scope scope) {
        super("plinth:database:Database", name, scope.options());
        this.spec = args.spec();
        this.scope = scope;
        this.child = CustomResourceOptions.builder().parent(this).build();
        this.secret = secret(name, args);
        var parameters = parameterGroup(name);
        this.primary = new Instance(name + "-primary", primaryArgs(name, args, parameters), child);
        this.replicas = IntStream.range(0, spec.replicas())
                .mapToObj(index -> replica(name + "-replica-" + (index + 1), index, args, parameters))
                .toList();
        registerOutputs(Map.of("endpoint", endpoint(), "secretArn", secretArn()));
    }

    /** Host and port of the primary. */
    public Output<String> endpoint() {
        return primary.endpoint();
    }

    public Output<List<String>> replicaEndpoints() {
        return Output.all(replicas.stream().map(Instance::endpoint).toList());
    }

    public Output<String> secretArn() {
        return secret.arn();
    }

    public String user() {
        return USER;
    }

    public Output<String> password() {
        return secret.password();
    }

    private GeneratedSecret secret(String name, DatabaseArgs args) {
        // RDS could keep the password itself, but then it allows no read replicas.
        var fields = Map.of("engine", ENGINE, "username", USER, "dbname", NAME);
        return new GeneratedSecret(
                name + "-master",
                new GeneratedSecretArgs(
                        "Master user of the database of " + scope.environment(), fields, args.secrets()),
                scope.within(this));
    }

    private ParameterGroup parameterGroup(String name) {
        var args = ParameterGroupArgs.builder()
                .family(ENGINE + spec.version())
                .description("PostgreSQL of " + scope.environment())
                .parameters(Parameters.all())
                .tags(scope.tags(name))
                .build();
        return new ParameterGroup(name, args, child);
    }

    private InstanceArgs primaryArgs(String name, DatabaseArgs args, ParameterGroup parameters) {
        var retention = spec.retention();
        var subnets = new SubnetGroup(
                name,
                SubnetGroupArgs.builder()
                        .description("Database of " + scope.environment())
                        .subnetIds(args.placement().subnetIds())
                        .tags(scope.tags(name))
                        .build(),
                child);
        return common(name + "-primary", args, parameters)
                .engine(ENGINE)
                .engineVersion(spec.version())
                .allocatedStorage(spec.size().storageGib())
                .storageType("gp3")
                .kmsKeyId(args.storageKeyArn())
                .dbSubnetGroupName(subnets.name())
                .dbName(NAME)
                .username(USER)
                .password(secret.password())
                .multiAz(spec.standby())
                // Any value above zero turns point-in-time recovery on.
                .backupRetentionPeriod(retention.backupDays())
                .backupWindow(retention.upkeep().backup().toString())
                .deleteAutomatedBackups(false)
                .skipFinalSnapshot(false)
                .finalSnapshotIdentifier(FinalSnapshot.name(scope.title(name), args.storageKeyArn()))
                .build();
    }

    private Instance replica(String name, int index, DatabaseArgs args, ParameterGroup parameters) {
        var zones = args.placement().zones();
        var replicaArgs = common(name, args, parameters)
                .replicateSourceDb(primary.identifier())
                .availabilityZone(zones.get(index % zones.size()))
                // RDS takes no final snapshot of a replica: its data is the primary's.
                .skipFinalSnapshot(true)
                .build();
        return new Instance(name, replicaArgs, child);
    }

    private InstanceArgs.Builder common(String name, DatabaseArgs args, ParameterGroup parameters) {
        return InstanceArgs.builder()
                .instanceClass(spec.size().instanceClass())
                .maxAllocatedStorage(spec.size().storageGibMax())
                .storageEncrypted(true)
                .port(Port.DATABASE)
                .publiclyAccessible(spec.publiclyAccessible())
                .vpcSecurityGroupIds(args.placement().securityGroupId().applyValue(List::of))
                .parameterGroupName(parameters.name())
                .iamDatabaseAuthenticationEnabled(true)
                .maintenanceWindow(spec.retention().upkeep().maintenance().toString())
                .autoMinorVersionUpgrade(true)
                .copyTagsToSnapshot(true)
                .deletionProtection(spec.retention().deletionProtection())
                .enabledCloudwatchLogsExports("postgresql", "upgrade")
                .tags(scope.tags(name));
    }
}
