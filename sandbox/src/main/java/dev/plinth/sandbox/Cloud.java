package dev.plinth.sandbox;

import dev.plinth.sandbox.api.Api;
import dev.plinth.sandbox.api.ApiServices;
import dev.plinth.sandbox.aws.AwsFunctions;
import dev.plinth.sandbox.aws.AwsKinds;
import dev.plinth.sandbox.aws.Machinery;
import dev.plinth.sandbox.bucket.Buckets;
import dev.plinth.sandbox.certificate.CertificateAuthority;
import dev.plinth.sandbox.control.Overview;
import dev.plinth.sandbox.docker.DockerKinds;
import dev.plinth.sandbox.image.ImageStore;
import dev.plinth.sandbox.kubernetes.Cluster;
import dev.plinth.sandbox.kubernetes.KubernetesKinds;
import dev.plinth.sandbox.machine.CacheFolder;
import dev.plinth.sandbox.machine.MachineKind;
import dev.plinth.sandbox.machine.Machines;
import dev.plinth.sandbox.pod.Deployments;
import dev.plinth.sandbox.pod.Jobs;
import dev.plinth.sandbox.postgres.PostgresServers;
import dev.plinth.sandbox.provider.ProviderOptions;
import dev.plinth.sandbox.provider.SandboxProvider;
import dev.plinth.sandbox.proxy.LoadBalancers;
import dev.plinth.sandbox.reconcile.Proxies;
import dev.plinth.sandbox.redis.RedisGroups;
import dev.plinth.sandbox.relay.Relays;
import dev.plinth.sandbox.resource.Kind;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.resource.MachineNames;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.StateStore;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;

/** Everything that one state folder's cloud consists of, put together. */
final class Cloud implements AutoCloseable {
    private final Machines machines;
    private final CertificateAuthority authority;
    private final Proxies proxies;
    private final Serving serving;

    private Cloud(Machines machines, CertificateAuthority authority, Proxies proxies, Serving serving) {
        this.machines = machines;
        this.proxies = proxies;
        this.authority = authority;
        this.serving = serving;
    }

    /** What answers the engine, what answers clients of AWS, and what goes on beside both. */
    private record Serving(SandboxProvider provider, Api api, Upkeep upkeep) {}

    /** Opens the folder's cloud, with all that runs of it already. */
    static Cloud open(Path folder) {
        var state = StateStore.open(folder.resolve("state"));
        var machines = Machines.open(folder);
        var authority = CertificateAuthority.open(folder.resolve("certificates"));
        var images = new ImageStore(folder.resolve("images"));
        var proxies = new Proxies(state, new LoadBalancers(machines));
        var names = new MachineNames(state);
        var cache = CacheFolder.of(System.getenv());
        var machinery = new Machinery(
                state,
                names,
                new PostgresServers(machines, authority, cache),
                new Relays(machines, MachineKind.DATABASE_PROXY),
                new RedisGroups(machines, authority, cache),
                proxies,
                new Buckets(folder),
                authority);
        var deployments = new Deployments(machines, images, authority.trustStore());
        var jobs = new Jobs(machines, images, authority.trustStore());
        var cluster = new Cluster(state, names, deployments, jobs, images, proxies);
        var sdks = new SdkSchema();
        var lifecycle = new Lifecycle(new SandboxKinds(sdks, own(machinery, cluster), rest(cluster)), state);
        KubernetesKinds.adopt(cluster);
        lifecycle.sweep();
        var functions = new AwsFunctions(new SecureRandom());
        var provider = new SandboxProvider(lifecycle, new ProviderOptions(sdks), functions);
        var serving = new Serving(provider, ApiServices.of(machinery, images), Upkeep.of(machinery));
        return new Cloud(machines, authority, proxies, serving);
    }

    SandboxProvider provider() {
        return serving.provider();
    }

    /** AWS's own APIs over what runs here. */
    Api api() {
        return serving.api();
    }

    CertificateAuthority authority() {
        return authority;
    }

    Overview overview() {
        return new Overview(authority.certificateFile(), machines, proxies::firewall);
    }

    /** Stops everything that runs. */
    void removeAll() {
        serving.upkeep().close();
        machines.removeAll();
    }

    @Override
    public void close() {
        serving.upkeep().close();
        machines.close();
    }

    private static Map<String, Kind> own(Machinery machinery, Cluster cluster) {
        var kinds = new HashMap<>(AwsKinds.of(machinery));
        kinds.putAll(KubernetesKinds.of(cluster));
        kinds.putAll(DockerKinds.of(cluster.images(), cluster.state()));
        return kinds;
    }

    private static Map<String, Kind> rest(Cluster cluster) {
        return Map.of(
                "aws", AwsKinds.rest(), "kubernetes", KubernetesKinds.rest(cluster), "docker", DockerKinds.rest());
    }
}
