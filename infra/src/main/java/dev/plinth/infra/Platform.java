package dev.plinth.infra;

import com.pulumi.Context;
import dev.plinth.infra.audit.Audit;
import dev.plinth.infra.audit.AuditArgs;
import dev.plinth.infra.backup.BackupArgs;
import dev.plinth.infra.backup.Backups;
import dev.plinth.infra.cache.Cache;
import dev.plinth.infra.cache.CacheArgs;
import dev.plinth.infra.cluster.Admission;
import dev.plinth.infra.cluster.Admission.AdmissionArgs;
import dev.plinth.infra.cluster.Admission.Rights;
import dev.plinth.infra.cluster.Cluster;
import dev.plinth.infra.cluster.ClusterArgs;
import dev.plinth.infra.cluster.ClusterArgs.Surroundings;
import dev.plinth.infra.component.Place;
import dev.plinth.infra.component.PreviousOutputs;
import dev.plinth.infra.component.Scope;
import dev.plinth.infra.database.Database;
import dev.plinth.infra.database.DatabaseArgs;
import dev.plinth.infra.database.DatabaseArgs.Placements;
import dev.plinth.infra.database.DatabaseArgs.StorageKeys;
import dev.plinth.infra.delivery.Delivery;
import dev.plinth.infra.delivery.Delivery.Roles;
import dev.plinth.infra.delivery.DeliveryArgs;
import dev.plinth.infra.edge.Edge;
import dev.plinth.infra.edge.EdgeArgs;
import dev.plinth.infra.image.AppImage;
import dev.plinth.infra.image.AppImageArgs;
import dev.plinth.infra.image.BuildContext;
import dev.plinth.infra.keys.Keys;
import dev.plinth.infra.keys.Purpose;
import dev.plinth.infra.logs.Logs;
import dev.plinth.infra.network.Network;
import dev.plinth.infra.network.NetworkArgs;
import dev.plinth.infra.network.Party;
import dev.plinth.infra.notices.Notices;
import dev.plinth.infra.notices.Signals;
import dev.plinth.infra.release.AppConnections;
import dev.plinth.infra.release.AppConnections.CacheAccess;
import dev.plinth.infra.release.AppConnections.DatabaseAccess;
import dev.plinth.infra.release.AppConnections.Login;
import dev.plinth.infra.release.Host;
import dev.plinth.infra.release.Release;
import dev.plinth.infra.release.ReleaseArgs;
import dev.plinth.infra.release.ReleaseHistory;
import dev.plinth.infra.release.ReleasePlan;
import dev.plinth.infra.secret.SecretPolicy;
import dev.plinth.infra.site.Site;
import dev.plinth.infra.site.SiteArgs;
import dev.plinth.infra.site.SiteHistory;
import dev.plinth.infra.site.SiteState;

/** The whole environment, in the order in which one thing needs another. */
final class Platform {
    private Platform() {}

    static void build(Context context, Environment environment, BuildContext appFolder) {
        var app = environment.app();
        var before = PreviousOutputs.of(context);
        var plan = ReleasePlan.of(ReleaseHistory.read(before), app.request());
        var siteState = SiteState.next(SiteHistory.read(before), environment.site());
        var scope = Providers.scope(environment.identity());

        var keys = new Keys("keys", environment.keys(), scope);
        var notices = new Notices("notices", environment.notices(), keys, scope);
        var logs = new Logs(keys, environment.logs().retentionDays());
        var signals = new Signals(logs, notices.topicArn(), notices.globalTopicArn());
        var network = new Network("network", new NetworkArgs(environment.network(), signals), scope);
        new Audit(
                "audit",
                new AuditArgs(environment.audit(), keys.arn(Purpose.AUDIT), keys.arn(Purpose.CLUSTER), signals),
                scope);
        var secrets =
                new SecretPolicy(keys.arn(Purpose.SECRETS), environment.keys().recoveryDays());
        var database = new Database(
                "database",
                new DatabaseArgs(
                        environment.database(),
                        new Placements(
                                network.placement(Party.DATABASE),
                                network.placement(Party.DATABASE_PROXY),
                                network.placement(Party.ROTATION)),
                        new StorageKeys(keys.arn(Purpose.DATABASE), keys.arn(Purpose.DATABASE, Place.RECOVERY)),
                        secrets,
                        signals),
                scope);
        var cache = new Cache(
                "cache",
                new CacheArgs(
                        environment.cache(), network.placement(Party.CACHE), keys.arn(Purpose.CACHE), secrets, signals),
                scope);
        var cluster = new Cluster(
                new ClusterArgs(
                        environment.cluster(),
                        new Surroundings(network.vpcId(), environment.network().cidr(), network.placement(Party.NODES)),
                        keys.arn(Purpose.CLUSTER),
                        signals),
                scope);
        var site = new Site("site", new SiteArgs(siteState, environment.keys().recoveryDays()), scope);
        var edge = new Edge(
                "edge",
                new EdgeArgs(
                        environment.edge(),
                        new EdgeArgs.Inside(network.vpcId(), network.placement(Party.LOAD_BALANCER), plan.weights()),
                        site,
                        secrets,
                        signals),
                scope);
        edge.nameServers().ifPresent(servers -> Delegation.tell(context, before, servers));
        var image = new AppImage("api", new AppImageArgs(app.registry(), appFolder, keys.arn(Purpose.IMAGES)), scope);
        var connections = new AppConnections(
                new DatabaseAccess(
                        database.proxyEndpoint(),
                        Database.NAME,
                        new Login(Database.OWNER, database.ownerSecretArn()),
                        new Login(Database.APP, database.appSecretArn())),
                new CacheAccess(cache.endpoint(), cache.secretArn()));
        var host = new Host(
                environment.network().cidr(),
                cluster.secretsOperatorRoleArn(),
                keys.arn(Purpose.SECRETS),
                cluster.servingPriority());
        var release = new Release(
                "api",
                new ReleaseArgs(
                        app.workload(),
                        host,
                        connections,
                        plan,
                        image.digest(),
                        edge.targetGroupArns(),
                        edge.loadBalancer()),
                scope.on(cluster.provider()));

        var backups = new Backups("backups", new BackupArgs(environment.backup(), keys, signals), scope);
        var delivery = new Delivery(
                "delivery",
                new DeliveryArgs(environment.delivery(), environment.identity().stack()),
                scope);
        delivery.roles().ifPresent(roles -> admit(roles, cluster, scope));

        context.export("apiUrl", edge.url());
        context.export("testRouteKey", edge.testRouteKey());
        context.export("distributionId", edge.distributionId());
        context.export(SiteHistory.OUTPUT, siteState.toOutput());
        context.export("siteBucket", site.bucketName());
        context.export("liveColour", plan.live().toString());
        context.export(ReleaseHistory.OUTPUT, release.state());
        context.export("image", image.digest());
        context.export("databaseEndpoint", database.proxyEndpoint());
        context.export("databasePrimaryEndpoint", database.endpoint());
        context.export("databaseReplicaEndpoints", database.replicaEndpoints());
        context.export("databaseSecretArn", database.ownerSecretArn());
        context.export("cacheEndpoint", cache.endpoint());
        context.export("clusterName", cluster.clusterName());
        context.export("backupVaultArns", backups.vaultArns());
        context.export("noticesTopicArn", notices.topicArn());
        delivery.roles().ifPresent(roles -> {
            context.export("previewRoleArn", roles.preview());
            context.export("deployRoleArn", roles.deploy());
        });
    }

    /** Those who deploy from GitHub work in the cluster too. */
    private static void admit(Roles roles, Cluster cluster, Scope scope) {
        var clusterName = cluster.clusterName();
        new Admission("cluster-deploy", new AdmissionArgs(clusterName, roles.deploy(), Rights.ADMINISTER), scope);
        new Admission("cluster-preview", new AdmissionArgs(clusterName, roles.preview(), Rights.VIEW), scope);
    }
}
