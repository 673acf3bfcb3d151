package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.machine.Ports;
import dev.plinth.sandbox.proxy.ListenerSettings;
import dev.plinth.sandbox.proxy.Protocol;
import dev.plinth.sandbox.proxy.ProxyAttributes;
import dev.plinth.sandbox.proxy.TlsSettings;
import dev.plinth.sandbox.proxy.TlsVersion;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import javax.net.ssl.SSLContext;
import org.xnio.Options;
import org.xnio.Sequence;
import org.xnio.XnioWorker;

/** A listening socket; its certificate and TLS versions change while it listens. */
final class BoundListener {
    /** The client's connection must outlive the wait for a target, else a late answer could not say so. */
    private static final Duration IDLE_MARGIN = Duration.ofSeconds(5);

    private final int wantedPort;
    private final Protocol protocol;
    private final int port;
    private final Duration idleTimeout;
    private final Undertow server;

    private BoundListener(ListenerSettings settings, int port, Duration idleTimeout, Undertow server) {
        this.wantedPort = settings.port();
        this.protocol = settings.protocol();
        this.port = port;
        this.idleTimeout = idleTimeout;
        this.server = server;
    }

    /** Listens on the port that it had before, else on the wanted one, else on the next that is free. */
    static BoundListener open(
            ListenerSettings settings, OptionalInt earlier, ProxyAttributes attributes, Surroundings surroundings) {
        int port = IntStream.concat(earlier.stream(), Ports.candidates(settings.port()))
                .filter(candidate -> Ports.free(attributes.host(), candidate))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "listener %s: no port from %d on is free".formatted(settings.name(), settings.port())));
        var listener = new Undertow.ListenerBuilder().setHost(attributes.host()).setPort(port);
        if (settings.protocol() == Protocol.HTTPS) {
            listener.setType(Undertow.ListenerType.HTTPS)
                    .setSslContext(context(settings))
                    .setHttp2Enabled(true);
        } else {
            listener.setType(Undertow.ListenerType.HTTP);
        }
        int idleMillis = (int) attributes.idleTimeout().plus(IDLE_MARGIN).toMillis();
        var builder = Undertow.builder()
                .setWorker(surroundings.worker())
                .addListener(listener)
                .setServerOption(UndertowOptions.IDLE_TIMEOUT, idleMillis)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, idleMillis)
                .setHandler(surroundings.handler().on(settings.port(), port));
        settings.secure().ifPresent(tls -> builder.setSocketOption(Options.SSL_ENABLED_PROTOCOLS, versions(tls)));
        Undertow server = builder.build();
        server.start();
        return new BoundListener(settings, port, attributes.idleTimeout(), server);
    }

    /** The threads that it lives in, and who makes the handler of its requests. */
    record Surroundings(XnioWorker worker, HandlerOf handler) {}

    /** Makes the handler of the requests that come in on a port, which was declared as another one perhaps. */
    @FunctionalInterface
    interface HandlerOf {
        HttpHandler on(int wantedPort, int port);
    }

    boolean serves(ListenerSettings settings) {
        return wantedPort == settings.port() && protocol == settings.protocol();
    }

    int wantedPort() {
        return wantedPort;
    }

    int port() {
        return port;
    }

    Duration idleTimeout() {
        return idleTimeout;
    }

    /** New connections get the new certificate and versions, open ones keep theirs. */
    void update(ListenerSettings settings) throws IOException {
        Undertow.ListenerInfo info = server.getListenerInfo().getFirst();
        if (settings.secure().isPresent()) {
            info.setSslContext(context(settings));
            info.setSocketOption(
                    Options.SSL_ENABLED_PROTOCOLS, versions(settings.secure().get()));
        }
    }

    /** Stops listening; connections that are open are served on. */
    void close() {
        server.stop();
    }

    /** The listener's certificate and key, read from their files. */
    static SSLContext context(ListenerSettings settings) {
        return PemIdentity.context(settings.secure().orElseThrow());
    }

    private static Sequence<String> versions(TlsSettings tls) {
        List<String> versions = Arrays.stream(TlsVersion.values())
                .filter(version -> version.compareTo(tls.oldest()) >= 0 && version.compareTo(tls.newest()) <= 0)
                .map(TlsVersion::protocol)
                .toList();
        return Sequence.of(versions);
    }
}
