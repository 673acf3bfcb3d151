package dev.plinth.policy.analyzer;

import io.grpc.Attributes;
import io.grpc.ServerTransportFilter;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Knows whether the engine that started this process is still there. Neither stdin nor the parent process can tell: the
 * language host gives a pack no stdin, and outlives an engine that is killed.
 */
final class EngineWatch extends ServerTransportFilter {
    private static final int CONNECT_MILLIS = 1000;
    private static final Pattern ADDRESS = Pattern.compile("(.+):([0-9]{1,5})");

    private final Optional<InetSocketAddress> engine;
    private final AtomicInteger connections = new AtomicInteger();

    private EngineWatch(Optional<InetSocketAddress> engine) {
        this.engine = engine;
    }

    /** The engine's address is the last of the arguments that it starts a pack with; by hand there is none. */
    static EngineWatch of(String[] args) {
        return new EngineWatch(Arrays.stream(args)
                .skip(Math.max(0, args.length - 1))
                .findFirst()
                .flatMap(EngineWatch::address));
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

    private static Optional<InetSocketAddress> address(String argument) {
        Matcher address = ADDRESS.matcher(argument);
        return address.matches()
                ? Optional.of(new InetSocketAddress(address.group(1), Integer.parseInt(address.group(2))))
                : Optional.empty();
    }

    private static boolean refuses(InetSocketAddress engine) {
        try (Socket socket = new Socket()) {
            socket.connect(engine, CONNECT_MILLIS);
            return false;
        } catch (ConnectException refused) {
            return true;
        } catch (IOException busy) {
            // An engine that has no time to answer is still one.
            return false;
        }
    }
}
