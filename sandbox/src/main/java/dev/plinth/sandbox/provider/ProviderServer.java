package dev.plinth.sandbox.provider;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** The provider on a free loopback port. */
public final class ProviderServer implements AutoCloseable {
    /** The engine's own limit. */
    private static final int MESSAGE_BYTES_MAX = 400 * 1024 * 1024;

    private static final int GRACE_SECONDS = 2;
    private final ExecutorService executor;
    private final Server server;

    private ProviderServer(ExecutorService executor, Server server) {
        this.executor = executor;
        this.server = server;
    }

    /** Starts serving. */
    public static ProviderServer start(SandboxProvider provider) throws IOException {
        var sessions = new Sessions();
        var executor = Executors.newVirtualThreadPerTaskExecutor();
        var server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .maxInboundMessageSize(MESSAGE_BYTES_MAX)
                .addTransportFilter(sessions)
                .addService(ServerInterceptors.intercept(provider, sessions))
                .executor(executor)
                .build()
                .start();
        return new ProviderServer(executor, server);
    }

    /** The port that the engine must be pointed at. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() {
        server.shutdown();
        try {
            if (!server.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
                server.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            server.shutdownNow();
        }
        executor.shutdownNow();
    }
}
