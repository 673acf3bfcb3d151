package dev.plinth.infra;

import dev.plinth.infra.audit.AuditSpec;
import dev.plinth.infra.backup.BackupSpec;
import dev.plinth.infra.cache.CacheSpec;
import dev.plinth.infra.cluster.ClusterSpec;
import dev.plinth.infra.config.Configuration;
import dev.plinth.infra.config.Settings;
import dev.plinth.infra.config.Shape;
import dev.plinth.infra.database.DatabaseSpec;
import dev.plinth.infra.delivery.DeliverySpec;
import dev.plinth.infra.edge.EdgeSpec;
import dev.plinth.infra.image.Registry;
import dev.plinth.infra.keys.KeysSpec;
import dev.plinth.infra.logs.LogsSpec;
import dev.plinth.infra.network.NetworkSpec;
import dev.plinth.infra.notices.NoticesSpec;
import dev.plinth.infra.release.ReleaseRequest;
import dev.plinth.infra.release.ReleaseSettings;
import dev.plinth.infra.release.Restart;
import dev.plinth.infra.release.WorkloadSpec;
import dev.plinth.infra.site.SiteRequest;
import java.util.Optional;

/** A whole environment as configured, with every choice made; environments differ in this and in nothing else. */
public record Environment(
        Identity identity,
        NetworkSpec network,
        KeysSpec keys,
        LogsSpec logs,
        NoticesSpec notices,
        AuditSpec audit,
        DatabaseSpec database,
        CacheSpec cache,
        ClusterSpec cluster,
        EdgeSpec edge,
        SiteRequest site,
        App app,
        BackupSpec backup,
        DeliverySpec delivery,
        Optional<String> prometheus) {
    /** Where whoever releases asks Prometheus; without it the load balancer's own counts are judged. */
    private static final Shape<String> PROMETHEUS = Shape.matching(
            "https?://[A-Za-z0-9.-]+(:\\d{1,5})?(/[\\w./-]*)?",
            "the address of a Prometheus server",
            "https://prometheus.example.com");

    /** The API: where its image goes, how many pods it has, what this run changes of its release, and whether it restarts. */
    public record App(Registry registry, WorkloadSpec workload, ReleaseRequest request, Restart restart) {}

    /**
     * Reads a stack's configuration.
     *
     * @throws dev.plinth.infra.config.InvalidConfiguration with everything that is wrong with it
     */
    public static Environment of(Settings settings) {
        var configuration = new Configuration(settings);
        var root = configuration.root();
        var identity = Identity.read(settings.stack(), root);
        var app = root.section("app");
        var environment = new Environment(
                identity,
                NetworkSpec.read(root.section("network"), identity.account().region()),
                KeysSpec.read(root.section("keys")),
                LogsSpec.read(root.section("logs")),
                NoticesSpec.read(root.section("notices")),
                AuditSpec.read(root.section("audit")),
                DatabaseSpec.read(root.section("database")),
                CacheSpec.read(root.section("cache")),
                ClusterSpec.read(root.section("cluster")),
                EdgeSpec.read(root.section("edge")),
                SiteRequest.read(root.section("site")),
                new App(
                        app.choice("registry", Registry.class, Registry.ECR),
                        WorkloadSpec.read(app),
                        ReleaseSettings.read(root.section("release")),
                        Restart.read(root.section("restart"))),
                BackupSpec.read(root.section("backup")),
                DeliverySpec.read(root.section("delivery")),
                root.optional("prometheus", PROMETHEUS));
        configuration.finish();
        return environment;
    }
}
