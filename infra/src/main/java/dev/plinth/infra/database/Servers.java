package dev.plinth.infra.database;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.SubnetGroup;
import com.pulumi.aws.rds.SubnetGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.plinth.infra.component.FinalSnapshot;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.network.Port;
import dev.plinth.infra.secret.RandomPassword;
import java.util.List;

/** Makes the servers of a database: all the same, but that a replica has its data from the primary. */
final class Servers {
    private static final String ENGINE = "postgres";
    private static final List<String> LOGS = List.of("postgresql", "upgrade");

    private final String name;
    private final DatabaseArgs args;
    private final DatabaseSpec spec;
    private final Resource parent;
    private final Scope scope;
    private final Monitoring monitoring;
    private final Output<String> subnetGroup;
    private final Output<String> parameterGroup;

    Servers(String name, DatabaseArgs args, Resource parent, Scope scope) {
        this.name = name;
        this.args = args;
        this.spec = args.spec();
        this.parent = parent;
        this.scope = scope;
        this.monitoring = new Monitoring(name + "-monitoring", args.keys().home(), scope.within(parent));
        this.subnetGroup = subnetGroup();
        this.parameterGroup = parameterGroup();
    }

    Instance primary(String user, String database) {
        var serverName = name + "-primary";
        var retention = spec.retention();
        var instanceArgs = common(serverName)
                .engine(ENGINE)
                .engineVersion(spec.version())
                // Otherwise a version that is past its end would cost extra from that day on, by itself.
                .engineLifecycleSupport("open-source-rds-extended-support-disabled")
                .allocatedStorage(spec.size().storageGib())
                .storageType("gp3")
                .kmsKeyId(args.keys().home())
                .dbSubnetGroupName(subnetGroup)
                .dbName(database)
                .username(user)
                .password(RandomPassword.draw(parent))
                .multiAz(spec.standby())
                // Any value above zero turns point-in-time recovery on.
                .backupRetentionPeriod(retention.backupDays())
                .backupWindow(retention.upkeep().backup().toString())
                .deleteAutomatedBackups(false)
                .skipFinalSnapshot(false)
                .finalSnapshotIdentifier(
                        FinalSnapshot.name(scope.title(name), args.keys().home()))
                .tags(scope.backedUpTags(serverName))
                .build();
        // The password is drawn once; after a rotation it is the rotation's, not the program's (record 0075).
        var options = CustomResourceOptions.merge(
                scope.keeping(parent),
                CustomResourceOptions.builder()
                        .ignoreChanges("password")
                        .dependsOn(List.copyOf(logs(serverName)))
                        .build());
        return new Instance(serverName, instanceArgs, options);
    }

    Instance replica(int number, Instance primary) {
        var serverName = "%s-replica-%d".formatted(name, number);
        var zones = args.placements().servers().zones();
        var replicaArgs = common(serverName)
                .replicateSourceDb(primary.identifier())
                .availabilityZone(zones.get((number - 1) % zones.size()))
                // RDS takes no final snapshot of a replica: its data is the primary's.
                .skipFinalSnapshot(true)
                .build();
        var options = CustomResourceOptions.builder()
                .parent(parent)
                .dependsOn(List.copyOf(logs(serverName)))
                .build();
        return new Instance(serverName, replicaArgs, options);
    }

    Output<String> parameterGroupName() {
        return parameterGroup;
    }

    private InstanceArgs.Builder common(String serverName) {
        var server = InstanceArgs.builder()
                .identifier(scope.title(serverName))
                .instanceClass(spec.size().instanceClass())
                .maxAllocatedStorage(spec.size().storageGibMax())
                .storageEncrypted(true)
                .port(Port.DATABASE)
                .publiclyAccessible(spec.publiclyAccessible())
                .vpcSecurityGroupIds(
                        args.placements().servers().securityGroupId().applyValue(List::of))
                .parameterGroupName(parameterGroup)
                .caCertIdentifier(Database.AUTHORITY)
                .iamDatabaseAuthenticationEnabled(true)
                .maintenanceWindow(spec.retention().upkeep().maintenance().toString())
                .applyImmediately(false)
                .autoMinorVersionUpgrade(true)
                .copyTagsToSnapshot(true)
                .deletionProtection(spec.retention().deletionProtection())
                .enabledCloudwatchLogsExports(LOGS)
                .tags(scope.tags(serverName));
        return monitoring.watch(server);
    }

    /** Made before the server: RDS would make them itself, without our key and for ever. */
    private List<LogGroup> logs(String serverName) {
        return LOGS.stream()
                .map(log -> args.signals()
                        .logs()
                        .group(
                                serverName + "-" + log,
                                "/aws/rds/instance/%s/%s".formatted(scope.title(serverName), log),
                                parent,
                                scope))
                .toList();
    }

    private Output<String> parameterGroup() {
        var groupArgs = ParameterGroupArgs.builder()
                .family(ENGINE + spec.version())
                .description("PostgreSQL of " + scope.environment())
                .parameters(Parameters.all())
                .tags(scope.tags(name))
                .build();
        return new ParameterGroup(name, groupArgs, scope.child(parent)).name();
    }

    private Output<String> subnetGroup() {
        var groupArgs = SubnetGroupArgs.builder()
                .description("Database of " + scope.environment())
                .subnetIds(args.placements().servers().subnetIds())
                .tags(scope.tags(name))
                .build();
        return new SubnetGroup(name, groupArgs, scope.child(parent)).name();
    }
}
