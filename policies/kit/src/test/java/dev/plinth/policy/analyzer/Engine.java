package dev.plinth.policy.analyzer;

import dev.plinth.policy.PolicyPack;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerGrpc.AnalyzerBlockingStub;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** The real service on a real port, and a client that speaks to it as the engine does. */
final class Engine implements AutoCloseable {
    private final Server server;
    private final ManagedChannel channel;

    private Engine(Server server) {
        this.server = server;
        this.channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort())
                .usePlaintext()
                .build();
    }

    static Engine with(PolicyPack pack) {
        try {
            return new Engine(PolicyServer.start(pack, EngineWatch.of(new String[0])));
        } catch (IOException busy) {
            throw new UncheckedIOException(busy);
        }
    }

    AnalyzerBlockingStub pack() {
        return AnalyzerGrpc.newBlockingStub(channel);
    }

    Engine previewing() {
        var ignored = pack().configureStack(AnalyzerStackConfigureRequest.newBuilder()
                .setOrganization("org")
                .setProject("demo")
                .setStack("dev")
                .setDryRun(true)
                .putTags("team", "data")
                .putConfig("demo:password", "hunter22")
                .addConfigSecretKeys("demo:password")
                .build());
        return this;
    }

    Engine configured(String rule, EnforcementLevel level, Map<String, ?> properties) {
        var ignored = pack().configure(ConfigureAnalyzerRequest.newBuilder()
                .putPolicyConfig(
                        rule,
                        PolicyConfig.newBuilder()
                                .setEnforcementLevel(level)
                                .setProperties(Structs.of(properties))
                                .build())
                .build());
        return this;
    }

    @Override
    public void close() {
        channel.shutdownNow();
        server.shutdownNow();
    }
}
