package dev.plinth.app.http;

import dev.plinth.app.lifecycle.StartupException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** One socket with its routes, on virtual threads; all that the routes leave open is answered with a problem. */
final class Listener implements AutoCloseable {
    private final WebServer server;

    /** Starts to listen; {@code portVariable} is how a person can change the port. */
    Listener(String portVariable, Listen listen, HttpRouting.Builder routing, ResponseHeaders headers) {
        routing.any((request, response) -> {
            throw new RefusedException(Problem.of(
                    ProblemType.UNKNOWN_ROUTE,
                    "Nothing is served at %s; GET / lists what is."
                            .formatted(request.prologue().uriPath().rawPath())));
        });
        Errors.register(routing);
        requireFree(portVariable, listen);
        server = WebServer.builder()
                .host(listen.host())
                .port(listen.port())
                .maxPayloadSize(JsonBody.BYTES_MAX)
                .shutdownGracePeriod(listen.finish())
                // The app itself says when to stop: after it has drained.
                .shutdownHook(false)
                .directHandlers(Errors.beforeRouting(headers))
                .routing(routing)
                .build()
                .start();
        if (!server.isRunning()) {
            throw new StartupException(
                    "Cannot listen on %s:%d; the log says why.".formatted(listen.host(), listen.port()));
        }
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
