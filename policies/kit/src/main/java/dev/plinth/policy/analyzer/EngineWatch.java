package dev.plinth.policy.analyzer;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Knows whether the engine that started this process is still there. Neither stdin nor the parent process can tell: the
 * language host gives a pack no stdin, and outlives an engine that is killed.
 */
final class EngineWatch extends ServerTransportFilter {
    private static final int CONNECT_MILLIS = 1000;

    private final Optional<InetSocketAddress> engine;
    private final AtomicInteger connections = new AtomicInteger();

    private EngineWatch(Optional<InetSocketAddress> engine) {
        this.engine = engine;
    }

    /** The engine's address is the last of the arguments that it starts a pack with; by hand there are none. */
    static EngineWatch of(String[] args) {
        if (args.length == 0) {
            return new EngineWatch(Optional.empty());
        }
        String address = args[args.length - 1];
        int colon = address.lastIndexOf(':');
        return new EngineWatch(Optional.of(
                new InetSocketAddress(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)))));
    }

    /** Whether the engine has hung up and does not answer any more. */
    boolean engineGone() {
        return connections.get() == 0 && engine.map(EngineWatch::refuses).orElse(false);
    }

    @Override
    public Attributes transportReady(Attributes attributes) {
        connections.incrementAndGet();
        return attributes;
    }

    @Override
    public void transportTerminated(Attributes attributes) {
        connections.decrementAndGet();
    }

    private static boolean refuses(InetSocketAddress engine) {
        try (Socket socket = new Socket()) {
            socket.connect(engine, CONNECT_MILLIS);
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
