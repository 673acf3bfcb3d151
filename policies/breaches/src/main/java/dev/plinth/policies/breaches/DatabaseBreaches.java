package dev.plinth.policies.breaches;

import com.pulumi.aws.elasticache.ReplicationGroup;
import com.pulumi.aws.elasticache.ReplicationGroupArgs;
import com.pulumi.aws.elasticache.User;
import com.pulumi.aws.elasticache.UserArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.EventSubscription;
import com.pulumi.aws.rds.EventSubscriptionArgs;
import com.pulumi.aws.rds.Instance;
import com.pulumi.aws.rds.InstanceArgs;
import com.pulumi.aws.rds.ParameterGroup;
import com.pulumi.aws.rds.Proxy;
import com.pulumi.aws.rds.ProxyArgs;
import com.pulumi.aws.rds.inputs.ProxyAuthArgs;
import com.pulumi.core.Output;
import java.util.Map;

/** Breaks the rules of both packs' packages {@code database}. */
final class DatabaseBreaches {
    private DatabaseBreaches() {}

    static void present() {
        somebodyIsToldOfTheDatabases();
        access();
        encryption();
        insight();
        upkeep();
        recovery();
        caches();
    }

    /** rds-events, rds-replica-for-tier and rds-replicated-backups. */
    static void absent() {
        instance("alone", SoundDatabase.instance().tags(Map.of("Backup", "daily")));
    }

    private static void somebodyIsToldOfTheDatabases() {
        new EventSubscription(
                "databases",
                EventSubscriptionArgs.builder()
                        .snsTopic("arn:aws:sns:eu-central-1:111122223333:notices")
                        .build());
    }

    /** Who gets in, and how. */
    private static void access() {
        instance("usual-name", SoundDatabase.instance().username("postgres"));
        instance("passwords", SoundDatabase.instance().iamDatabaseAuthenticationEnabled(false));
        instance("default-subnets", SoundDatabase.instance().dbSubnetGroupName("default"));
        instance(
                "given-password",
                SoundDatabase.instance()
                        .manageMasterUserPassword(false)
                        .password(Output.ofSecret("only-for-previews-0123456789")));
        instance("public", SoundDatabase.instance().publiclyAccessible(true));
        new Proxy(
                "plain",
                ProxyArgs.builder()
                        .engineFamily("POSTGRESQL")
                        .requireTls(false)
                        .roleArn("arn:aws:iam::111122223333:role/proxy")
                        .vpcSubnetIds("subnet-1", "subnet-2")
                        .auths(ProxyAuthArgs.builder()
                                .authScheme("SECRETS")
                                .iamAuth("REQUIRED")
                                .secretArn("arn:aws:secretsmanager:eu-central-1:111122223333:secret:db")
                                .build())
                        .build());
    }

    /** rds-customer-key, rds-force-tls and rds-storage-encrypted. */
    private static void encryption() {
        instance("aws-key", SoundDatabase.unkeyed());
        parameters("plain", Map.of("rds.force_ssl", "0", "log_statement", "ddl", "log_min_duration_statement", "1000"));
        instance("open-disk", SoundDatabase.unkeyed().storageEncrypted(false));
    }

    /** rds-enhanced-monitoring, rds-performance-insights, rds-postgres-log-exports and rds-postgres-query-log. */
    private static void insight() {
        instance("unwatched", SoundDatabase.instance().monitoringInterval(0));
        instance("unmeasured", SoundDatabase.instance().performanceInsightsEnabled(false));
        instance("silent", SoundDatabase.instance().enabledCloudwatchLogsExports("upgrade"));
        parameters("unlogged", Map.of("rds.force_ssl", "1"));
    }

    /** rds-auto-minor-upgrade, rds-ca-current, rds-storage-headroom and rds-windows-disjoint. */
    private static void upkeep() {
        instance("stale", SoundDatabase.instance().autoMinorVersionUpgrade(false));
        instance("old-authority", SoundDatabase.instance().caCertIdentifier("rds-ca-2019"));
        instance("cramped", SoundDatabase.instance().maxAllocatedStorage(20));
        instance("colliding", SoundDatabase.instance().maintenanceWindow("sun:02:30-sun:03:30"));
    }

    /** What of the backup pack is about one database. */
    private static void recovery() {
        instance("short", SoundDatabase.instance().backupRetentionPeriod(6));
        instance("untagged-snapshots", SoundDatabase.instance().copyTagsToSnapshot(false));
        instance("deletable", SoundDatabase.instance().deletionProtection(false));
        instance("no-last-snapshot", SoundDatabase.instance().skipFinalSnapshot(true));
        instance("backups-go-along", SoundDatabase.instance().deleteAutomatedBackups(true));
        instance("one-zone", SoundDatabase.instance().multiAz(false));
        new Cluster("alone", SoundDatabase.cluster().build(), Sound.keeping());
    }

    private static void caches() {
        cache(
                "open-memory",
                SoundDatabase.asking(SoundDatabase.lasting(SoundDatabase.bare()))
                        .atRestEncryptionEnabled(false));
        cache("no-password", SoundDatabase.lasting(SoundDatabase.keyed(SoundDatabase.bare())));
        cache("stale", SoundDatabase.cache().autoMinorVersionUpgrade(false));
        cache("aws-key", SoundDatabase.asking(SoundDatabase.lasting(SoundDatabase.bare())));
        cache("lenient", SoundDatabase.cache().transitEncryptionMode("preferred"));
        cache("default-subnets", SoundDatabase.cache().subnetGroupName("default"));
        cache("one-zone", SoundDatabase.cache().multiAzEnabled(false));
        cache("no-last-snapshot", SoundDatabase.asking(SoundDatabase.keyed(SoundDatabase.bare())));
        cache("forgetful", SoundDatabase.cache().snapshotRetentionLimit(0));
        new User(
                "anybody",
                UserArgs.builder()
                        .userId("anybody")
                        .userName("anybody")
                        .engine("redis")
                        .accessString("on ~* +@all")
                        .noPasswordRequired(true)
                        .build());
    }

    private static void instance(String name, InstanceArgs.Builder args) {
        new Instance(name, args.build(), Sound.keeping());
    }

    private static void cache(String name, ReplicationGroupArgs.Builder args) {
        new ReplicationGroup(name, args.build(), Sound.keeping());
    }

    private static void parameters(String name, Map<String, String> values) {
        new ParameterGroup(name, SoundDatabase.parameters(values).build());
    }
}
