package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.disk.Json;
import dev.plinth.sandbox.proxy.Control;
import dev.plinth.sandbox.proxy.ProxyConfiguration;
import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.xnio.XnioWorker;

/** Lets the daemon steer this process, and nobody else: loopback and a token. */
final class ControlServer {
    private final Path folder;
    private final Control control;
    private final ProxyServer proxy;
    private final Undertow server;

    ControlServer(Path folder, ProxyServer proxy, XnioWorker worker) {
        this.folder = folder;
        this.control = Control.read(folder);
        this.proxy = proxy;
        this.server = Undertow.builder()
                .setWorker(worker)
                .addHttpListener(control.endpoint().port(), control.endpoint().host())
                .setHandler(new BlockingHandler(this::handle))
                .build();
    }

    void start() {
        server.start();
    }

    private void handle(HttpServerExchange exchange) throws IOException {
        if (!authorized(exchange)) {
            send(exchange, StatusCodes.UNAUTHORIZED, "the token is wrong");
        } else if (exchange.getRequestMethod().equals(Methods.GET)
                && exchange.getRequestPath().equals(Control.STATUS)) {
            send(exchange, StatusCodes.OK, Json.text(proxy.status()));
        } else if (exchange.getRequestMethod().equals(Methods.GET)
                && exchange.getRequestPath().equals(Control.TRAFFIC)) {
            traffic(exchange);
        } else if (exchange.getRequestMethod().equals(Methods.PUT)
                && exchange.getRequestPath().equals(Control.CONFIGURATION)) {
            apply(exchange);
        } else {
            send(exchange, StatusCodes.NOT_FOUND, "expected GET /status, GET /traffic or PUT /configuration");
        }
    }

    private void traffic(HttpServerExchange exchange) {
        try {
            send(
                    exchange,
                    StatusCodes.OK,
                    Json.text(proxy.traffic(second(exchange, "from"), second(exchange, "until"))));
        } catch (NumberFormatException e) {
            send(exchange, StatusCodes.BAD_REQUEST, "expected from and until as seconds since 1970");
        }
    }

    private static long second(HttpServerExchange exchange, String name) {
        var values = exchange.getQueryParameters().get(name);
        return Long.parseLong(values == null ? "" : values.getFirst());
    }

    private void apply(HttpServerExchange exchange) throws IOException {
        String text = new String(exchange.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            var status = proxy.apply(Json.parse(text, ProxyConfiguration.class), proxy.ports());
            Saved.write(folder, text, proxy.ports());
            send(exchange, StatusCodes.OK, Json.text(status));
        } catch (IllegalArgumentException | UncheckedIOException | IOException e) {
            send(exchange, StatusCodes.UNPROCESSABLE_ENTITY, String.valueOf(e.getMessage()));
        }
    }

    private boolean authorized(HttpServerExchange exchange) {
        String shown = String.valueOf(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
        return MessageDigest.isEqual(
                shown.getBytes(StandardCharsets.UTF_8), ("Bearer " + control.token()).getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpServerExchange exchange, int status, String text) {
        exchange.setStatusCode(status);
        exchange.getResponseSender().send(text);
    }
}
