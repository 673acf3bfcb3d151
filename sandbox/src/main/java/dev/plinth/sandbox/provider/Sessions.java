package dev.plinth.sandbox.provider;

import io.grpc.Attributes;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.ServerTransportFilter;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One session for each connection, for as long as it lasts. */
final class Sessions extends ServerTransportFilter implements ServerInterceptor {
    private static final Context.Key<Session> CURRENT = Context.key("session");
    private final Map<SocketAddress, Session> sessions = new ConcurrentHashMap<>();

    /** The session of the call that this thread serves. */
    static Session current() {
        return CURRENT.get();
    }

    @Override
    public <Q, R> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, R> call, Metadata headers, ServerCallHandler<Q, R> next) {
        var session = session(call.getAttributes());
        return Contexts.interceptCall(Context.current().withValue(CURRENT, session), call, headers, next);
    }

    @Override
    public void transportTerminated(@Nullable Attributes attributes) {
        if (attributes != null && attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR) != null) {
            sessions.remove(attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR));
        }
    }

    private Session session(Attributes attributes) {
        var address = attributes.get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR);
        return address == null ? opened(Optional.empty()) : sessions.computeIfAbsent(address, Sessions::opened);
    }

    private static Session opened(SocketAddress address) {
        return opened(Optional.of(address)
                .filter(InetSocketAddress.class::isInstance)
                .flatMap(peer -> ProgramDirectory.ofPeer(((InetSocketAddress) peer).getPort())));
    }

    private static Session opened(Optional<Path> programDirectory) {
        return new Session(programDirectory.orElseGet(() -> Path.of("").toAbsolutePath()));
    }
}
