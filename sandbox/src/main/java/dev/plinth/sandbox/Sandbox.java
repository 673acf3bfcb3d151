package dev.plinth.sandbox;

import dev.plinth.sandbox.aws.AwsKind;
import dev.plinth.sandbox.docker.DockerKind;
import dev.plinth.sandbox.kubernetes.KubernetesKind;
import dev.plinth.sandbox.provider.ProviderOptions;
import dev.plinth.sandbox.provider.ProviderServer;
import dev.plinth.sandbox.provider.SandboxProvider;
import dev.plinth.sandbox.resource.Lifecycle;
import dev.plinth.sandbox.resource.SandboxException;
import dev.plinth.sandbox.schema.SdkSchema;
import dev.plinth.sandbox.state.StateStore;
import java.nio.file.Path;
import java.util.Map;

/** First thread. */
public final class Sandbox {
    private Sandbox() {}

    /** Serves. */
    public static void main(String[] args) throws Exception {
        var sdks = new SdkSchema();
        var kinds = new SandboxKinds(
                sdks,
                Map.of(),
                Map.of("aws", new AwsKind(), "kubernetes", new KubernetesKind(), "docker", new DockerKind()));
        var lifecycle = new Lifecycle(kinds, StateStore.open(Path.of(args[0])));
        var server = ProviderServer.start(new SandboxProvider(lifecycle, new ProviderOptions(sdks), (t, a, s) -> {
            throw new SandboxException("no function " + t);
        }));
        System.out.println(server.port());
        Thread.currentThread().join();
    }
}
