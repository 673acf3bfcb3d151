package dev.plinth.app.http;

import dev.plinth.app.lifecycle.StartupException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.WebServerConfig;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http1.Http1Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** One socket with its routes, on virtual threads; all that the routes leave open is answered with a problem. */
final class Listener implements AutoCloseable {
    /**
     * More than the 60 seconds after which the load balancer closes connections that nobody uses: were it the app that
     * closes them first, a request could be on its way already.
     */
    private static final Duration IDLE_MAX = Duration.ofSeconds(75);

    private static final Duration IDLE_CHECKS = Duration.ofSeconds(5);
    private static final int HEADERS_BYTES_MAX = 16 * 1024;
    private static final int REQUEST_LINE_BYTES_MAX = 8 * 1024;

    private final WebServer server;

    /** Starts to listen. */
    Listener(Site site, Listen listen, Intake intake, Patience patience) {
        HttpRouting.Builder routing = site.routing();
        routing.any((request, response) -> {
            site.toll().pay(request, response);
            throw new RefusedException(Problem.of(
                    ProblemType.UNKNOWN_ROUTE,
                    "Nothing is served at %s; GET / lists what is."
                            .formatted(request.prologue().uriPath().rawPath())));
        });
        site.errors().register(routing);
        requireFree(site.portVariable(), listen);
        server = builder(listen, intake)
                .connectionOptions(options -> options.readTimeout(IDLE_MAX))
                .directHandlers(site.errors().beforeRouting(site.headers()))
                // A second one, found on the class path, would make the server guess, and hang up on what is neither.
                .protocolsDiscoverServices(false)
                .addProtocol(Http1Config.builder()
                        .maxHeadersSize(HEADERS_BYTES_MAX)
                        .maxPrologueLength(REQUEST_LINE_BYTES_MAX)
                        .addReceiveListener(new SlowHeaders(patience))
                        .build())
                .routing(routing)
                .build()
                .start();
        if (!server.isRunning()) {
            throw new StartupException(
                    "Cannot listen on %s:%d; the log says why.".formatted(listen.host(), listen.port()));
        }
    }

    private static WebServerConfig.Builder builder(Listen listen, Intake intake) {
        return WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxPayloadSize(intake.bodyBytesMax())
                .maxTcpConnections(intake.connectionsMax())
                .concurrencyLimit(intake.limit())
                .idleConnectionTimeout(IDLE_MAX)
                .idleConnectionPeriod(IDLE_CHECKS)
                .shutdownGracePeriod(listen.finish())
                // Its other kind of socket knows no timeout, so that a connection which never says anything would stay.
                .useNio(false)
                // The app itself says when to stop: after it has drained.
                .shutdownHook(false);
    }

    /** The server would only log that it cannot listen, and go on without. */
    private static void requireFree(String portVariable, Listen listen) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(listen.host(), listen.port()));
        } catch (IOException refused) {
            throw new StartupException(
                    "Cannot listen on %s:%d: %s%n  Check MDL_HTTP_HOST, or choose another port with %s."
                            .formatted(listen.host(), listen.port(), refused.getMessage(), portVariable),
                    refused);
        }
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
