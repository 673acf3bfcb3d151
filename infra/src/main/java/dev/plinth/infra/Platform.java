package dev.plinth.infra;

import com.pulumi.Context;
import com.pulumi.core.Output;
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
import dev.plinth.infra.edge.EdgeArgs.Inside;
import dev.plinth.infra.image.AppImage;
import dev.plinth.infra.image.AppImageArgs;
import dev.plinth.infra.image.BuildContext;
import dev.plinth.infra.keys.Purpose;
import dev.plinth.infra.network.Party;
import dev.plinth.infra.operations.Records;
import dev.plinth.infra.release.AppConnections;
import dev.plinth.infra.release.AppConnections.CacheAccess;
import dev.plinth.infra.release.AppConnections.DatabaseAccess;
import dev.plinth.infra.release.AppConnections.Login;
import dev.plinth.infra.release.AppSecrets;
import dev.plinth.infra.release.Host;
import dev.plinth.infra.release.Release;
import dev.plinth.infra.release.ReleaseArgs;
import dev.plinth.infra.release.ReleaseHistory;
import dev.plinth.infra.release.ReleasePlan;
import dev.plinth.infra.release.Restart;
import dev.plinth.infra.site.Site;
import dev.plinth.infra.site.SiteArgs;
import dev.plinth.infra.site.SiteHistory;
import dev.plinth.infra.site.SiteState;

/** The whole environment, in the order in which one thing needs another; below, what each of them is given. */
final class Platform {
    private Platform() {}

    static void build(Context context, Environment environment, BuildContext appFolder) {
        var before = PreviousOutputs.of(context);
        var plan = ReleasePlan.of(ReleaseHistory.read(before), environment.app().request());
        var restart = environment.app().restart().orElse(before);
        var siteState = SiteState.next(SiteHistory.read(before), environment.site());
        var scope = Providers.scope(environment.identity());

        var ground = Ground.of(environment, scope);
        audit(ground);
        var database = database(ground);
        var cache = cache(ground);
        var cluster = cluster(ground);
        var site = new Site("site", new SiteArgs(siteState, environment.keys().recoveryDays()), scope);
        var edge = edge(ground, site, plan);
        var image = image(ground, appFolder);
        var appSecrets = new AppSecrets("api-secrets", ground.secrets(), scope);
        var release = new Release(
                "api",
                new ReleaseArgs(
                        environment.app().workload(),
                        host(ground, cluster),
                        connections(database, cache, appSecrets),
                        plan,
                        restart,
                        image.digest(),
                        edge.targetGroupArns(),
                        edge.loadBalancer()),
                scope.on(cluster.provider()));
        var backups =
                new Backups("backups", new BackupArgs(environment.backup(), ground.keys(), ground.signals()), scope);
        var records = new Records(
                ground.keys().arn(Purpose.BACKUPS), environment.keys().recoveryDays(), scope);
        var delivery = delivery(ground, cluster);

        edge.nameServers().ifPresent(servers -> Delegation.tell(context, before, servers));
        environment.prometheus().ifPresent(url -> context.export("prometheusUrl", Output.of(url)));
        context.export("apiUrl", edge.url());
        context.export("testRouteKey", edge.testRouteKey());
        context.export("bootstrapToken", appSecrets.bootstrapToken());
        context.export("distributionId", edge.distributionId());
        context.export(SiteHistory.OUTPUT, siteState.toOutput());
        context.export("siteBucket", site.bucketName());
        context.export("liveColour", plan.live().toString());
        context.export(ReleaseHistory.OUTPUT, release.state());
        restart.at().ifPresent(moment -> context.export(Restart.OUTPUT, Output.of(moment)));
        context.export("image", image.digest());
        context.export("databaseEndpoint", database.proxyEndpoint());
        context.export("databasePrimaryEndpoint", database.endpoint());
        context.export("databaseReplicaEndpoints", database.replicaEndpoints());
        context.export("databaseSecretArn", database.ownerSecretArn());
        context.export("cacheEndpoint", cache.endpoint());
        new Whereabouts(ground, edge, site, database, cache, appSecrets, backups, records).exportTo(context);
        context.export("clusterName", cluster.clusterName());
        context.export("backupVaultArns", backups.vaultArns());
        context.export("noticesTopicArn", ground.signals().topicArn());
        delivery.roles().ifPresent(roles -> {
            context.export("previewRoleArn", roles.preview());
            context.export("deployRoleArn", roles.deploy());
        });
    }

    private static void audit(Ground ground) {
        var keys = ground.keys();
        var args = new AuditArgs(
                ground.environment().audit(), keys.arn(Purpose.AUDIT), keys.arn(Purpose.CLUSTER), ground.signals());
        new Audit("audit", args, ground.scope());
    }

    private static Database database(Ground ground) {
        var keys = ground.keys();
        var network = ground.network();
        var args = new DatabaseArgs(
                ground.environment().database(),
                new Placements(
                        network.placement(Party.DATABASE),
                        network.placement(Party.DATABASE_PROXY),
                        network.placement(Party.ROTATION)),
                new StorageKeys(keys.arn(Purpose.DATABASE), keys.arn(Purpose.DATABASE, Place.RECOVERY)),
                ground.secrets(),
                ground.signals());
        return new Database("database", args, ground.scope());
    }

    private static Cache cache(Ground ground) {
        var args = new CacheArgs(
                ground.environment().cache(),
                ground.network().placement(Party.CACHE),
                ground.keys().arn(Purpose.CACHE),
                ground.secrets(),
                ground.signals());
        return new Cache("cache", args, ground.scope());
    }

    private static Cluster cluster(Ground ground) {
        var network = ground.network();
        var environment = ground.environment();
        var surroundings =
                new Surroundings(network.vpcId(), environment.network().cidr(), network.placement(Party.NODES));
        var args = new ClusterArgs(
                environment.cluster(), surroundings, ground.keys().arn(Purpose.CLUSTER), ground.signals());
        return new Cluster(args, ground.scope());
    }

    private static Edge edge(Ground ground, Site site, ReleasePlan plan) {
        var network = ground.network();
        var inside = new Inside(network.vpcId(), network.placement(Party.LOAD_BALANCER), plan.weights());
        var args = new EdgeArgs(ground.environment().edge(), inside, site, ground.secrets(), ground.signals());
        return new Edge("edge", args, ground.scope());
    }

    private static AppImage image(Ground ground, BuildContext appFolder) {
        var registry = ground.environment().app().registry();
        var args = new AppImageArgs(registry, appFolder, ground.keys().arn(Purpose.IMAGES));
        return new AppImage("api", args, ground.scope());
    }

    private static Host host(Ground ground, Cluster cluster) {
        return new Host(
                ground.environment().network().cidr(),
                cluster.secretsOperatorRoleArn(),
                ground.keys().arn(Purpose.SECRETS),
                cluster.servingPriority());
    }

    private static AppConnections connections(Database database, Cache cache, AppSecrets own) {
        return new AppConnections(
                new DatabaseAccess(
                        database.proxyEndpoint(),
                        Database.NAME,
                        new Login(Database.OWNER, database.ownerSecretArn()),
                        new Login(Database.APP, database.appSecretArn())),
                new CacheAccess(cache.endpoint(), cache.secretArn()),
                own);
    }

    private static Delivery delivery(Ground ground, Cluster cluster) {
        var environment = ground.environment();
        var args =
                new DeliveryArgs(environment.delivery(), environment.identity().stack());
        var delivery = new Delivery("delivery", args, ground.scope());
        delivery.roles().ifPresent(roles -> admit(roles, cluster, ground.scope()));
        return delivery;
    }

    /** Those who deploy from GitHub work in the cluster too. */
    private static void admit(Roles roles, Cluster cluster, Scope scope) {
        var clusterName = cluster.clusterName();
        new Admission("cluster-deploy", new AdmissionArgs(clusterName, roles.deploy(), Rights.ADMINISTER), scope);
        new Admission("cluster-preview", new AdmissionArgs(clusterName, roles.preview(), Rights.VIEW), scope);
    }
}
