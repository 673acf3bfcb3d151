package dev.plinth.ops.cloud;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.ops.cloud.CloudPlace.Endpoint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers as it is told, and remembers what it was asked: for the calls that moto does not know, or knows otherwise. */
public final class StubAws implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final String otherwise;
    private final Map<String, Deque<String>> answers = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private StubAws(HttpServer server, int status, String otherwise) {
        this.server = server;
        this.status = status;
        this.otherwise = otherwise;
    }

    public static StubAws answering(int status, String answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubAws(server, status, answer);
            server.createContext("/", stub::handle);
            server.start();
            return stub;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Answers requests that hold this text with one after the other, and with the last from then on. */
    public StubAws when(String part, String... inTurn) {
        answers.put(part, new ArrayDeque<>(List.of(inTurn)));
        return this;
    }

    public CloudPlace place() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new CloudPlace("eu-central-1", Optional.of(new Endpoint(address, "test")));
    }

    /** Each request: its method, its path with the query, and its body, decoded. */
    public List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var target = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("X-Amz-Target"), "");
        var request = "%s %s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        URLDecoder.decode(body, StandardCharsets.UTF_8),
                        target)
                .strip();
        requests.add(request);
        var known = answer(request);
        var bytes = known.orElse(otherwise).getBytes(StandardCharsets.UTF_8);
        var type = known.orElse(otherwise).startsWith("<") ? "text/xml" : "application/json";
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.sendResponseHeaders(known.isPresent() ? 200 : status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private synchronized Optional<String> answer(String request) {
        return answers.entrySet().stream()
                .filter(entry -> request.contains(entry.getKey()))
                .findFirst()
                .map(entry -> entry.getValue().size() > 1
                        ? entry.getValue().remove()
                        : entry.getValue().element());
    }
}
