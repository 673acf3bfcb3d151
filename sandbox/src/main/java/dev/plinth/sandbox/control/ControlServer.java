package dev.plinth.sandbox.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

/** The control interface on a free loopback port; whoever has the token may call it. */
public final class ControlServer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LAST_ANSWERS_SECONDS = 1;
    private final HttpServer server;
    private final String token;
    private final Overview overview;
    private final CompletableFuture<Aftermath> ending;

    private ControlServer(HttpServer server, String token, Overview overview, CompletableFuture<Aftermath> ending) {
        this.server = server;
        this.token = token;
        this.overview = overview;
        this.ending = ending;
    }

    /** Starts serving; a shutdown call completes the future. */
    public static ControlServer start(String token, Overview overview, CompletableFuture<Aftermath> ending)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var control = new ControlServer(server, token, overview, ending);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", control::serve);
        server.start();
        return control;
    }

    /** The port that it listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(LAST_ANSWERS_SECONDS);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var call =
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            if (!authorized(exchange)) {
                send(exchange, 401, problem("send the header Authorization: Bearer with the token of daemon.json"));
            } else if (call.equals("GET /v1/status")) {
                send(exchange, 200, overview.json());
            } else if (call.equals("POST /v1/shutdown")) {
                shutdown(exchange);
            } else {
                send(
                        exchange,
                        404,
                        problem("there is no %s; there are GET /v1/status and POST /v1/shutdown".formatted(call)));
            }
        }
    }

    /** Answers first: the daemon ends with its processes, and the caller can wait for that. */
    private void shutdown(HttpExchange exchange) throws IOException {
        switch (wish(exchange)) {
            case "keep" -> end(exchange, Aftermath.KEEP);
            case "stop" -> end(exchange, Aftermath.STOP);
            default -> send(exchange, 400, problem("expected {\"processes\":\"keep\"} or {\"processes\":\"stop\"}"));
        }
    }

    private void end(HttpExchange exchange, Aftermath aftermath) throws IOException {
        send(exchange, 202, JsonNodeFactory.instance.objectNode().put("processes", aftermath.label()));
        ending.complete(aftermath);
    }

    private static String wish(HttpExchange exchange) throws IOException {
        try {
            return JSON.readTree(exchange.getRequestBody()).path("processes").asText();
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    private boolean authorized(HttpExchange exchange) {
        var given = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "");
        return MessageDigest.isEqual(bytes(given), bytes("Bearer " + token));
    }

    private static JsonNode problem(String text) {
        return JsonNodeFactory.instance.objectNode().put("problem", text);
    }

    private static void send(HttpExchange exchange, int status, JsonNode json) throws IOException {
        var body = bytes(json.toString());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
