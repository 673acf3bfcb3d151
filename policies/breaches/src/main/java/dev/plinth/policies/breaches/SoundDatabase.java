package dev.plinth.policies.breaches;

import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroupArgs;
import com.pulumi.aws.rds.inputs.ParameterGroupParameterArgs;
import com.pulumi.core.Output;
import java.util.Map;

/** A database and a cache that break no rule; what is set once cannot be taken back from a builder. */
final class SoundDatabase {
    private SoundDatabase() {}

    static InstanceArgs.Builder instance() {
        return unkeyed().kmsKeyId(Sound.KEY_ARN);
    }

    /** A database that lacks a key of its own only. */
    static InstanceArgs.Builder unkeyed() {
        return InstanceArgs.builder()
                .instanceClass("db.r8g.large")
                .engine("postgres")
                .engineVersion("18")
                .allocatedStorage(20)
                .maxAllocatedStorage(100)
                .storageEncrypted(true)
                .multiAz(true)
                .username("keeper")
                .manageMasterUserPassword(true)
                .iamDatabaseAuthenticationEnabled(true)
                .dbSubnetGroupName("data")
                .parameterGroupName("own")
                .enabledCloudwatchLogsExports("postgresql", "upgrade")
                .performanceInsightsEnabled(true)
                .performanceInsightsKmsKeyId(Sound.KEY_ARN)
                .monitoringInterval(60)
                .monitoringRoleArn("arn:aws:iam::111122223333:role/monitoring")
                .backupRetentionPeriod(7)
                .backupWindow("02:00-03:00")
                .maintenanceWindow("sun:04:00-sun:05:00")
                .deleteAutomatedBackups(false)
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .finalSnapshotIdentifier("last")
                .tags(Map.of("backup", "daily"));
    }

    /** A cluster of Aurora, which has no instances of its own. */
    static ClusterArgs.Builder cluster() {
        return ClusterArgs.builder()
                .engine("aurora-postgresql")
                .engineVersion("17.4")
                .storageEncrypted(true)
                .kmsKeyId(Sound.KEY_ARN)
                .masterUsername("keeper")
                .manageMasterUserPassword(true)
                .iamDatabaseAuthenticationEnabled(true)
                .dbSubnetGroupName("data")
                .enabledCloudwatchLogsExports("postgresql")
                .backupRetentionPeriod(7)
                .preferredBackupWindow("02:00-03:00")
                .preferredMaintenanceWindow("sun:04:00-sun:05:00")
                .deleteAutomatedBackups(false)
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .finalSnapshotIdentifier("last")
                .tags(Map.of("backup", "daily"));
    }

    /** The parameters of a PostgreSQL server, by name and value. */
    static ParameterGroupArgs.Builder parameters(Map<String, String> values) {
        return ParameterGroupArgs.builder()
                .family("postgres18")
                .parameters(values.entrySet().stream()
                        .map(entry -> ParameterGroupParameterArgs.builder()
                                .name(entry.getKey())
                                .value(entry.getValue())
                                .build())
                        .toList());
    }

    static ReplicationGroupArgs.Builder cache() {
        return asking(lasting(keyed(bare())));
    }

    /** A cache that lacks a key of its own, a last snapshot and a password. */
    static ReplicationGroupArgs.Builder bare() {
        return ReplicationGroupArgs.builder()
                .description("A cache")
                .engine("redis")
                .engineVersion("7.1")
                .nodeType("cache.r7g.large")
                .numCacheClusters(2)
                .automaticFailoverEnabled(true)
                .multiAzEnabled(true)
                .atRestEncryptionEnabled(true)
                .transitEncryptionEnabled(true)
                .subnetGroupName("data")
                .snapshotRetentionLimit(35);
    }

    static ReplicationGroupArgs.Builder keyed(ReplicationGroupArgs.Builder cache) {
        return cache.kmsKeyId(Sound.KEY_ARN);
    }

    static ReplicationGroupArgs.Builder lasting(ReplicationGroupArgs.Builder cache) {
        return cache.finalSnapshotIdentifier("last");
    }

    static ReplicationGroupArgs.Builder asking(ReplicationGroupArgs.Builder cache) {
        return cache.authToken(Output.ofSecret("only-for-previews-0123456789"));
    }
}
