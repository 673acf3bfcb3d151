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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Answers every request the same, and remembers what it was asked: for the few calls that moto does not know. */
final class StubAws implements AutoCloseable {
    private final HttpServer server;
    private final int status;
    private final String answer;
    private final List<String> requests = new ArrayList<>();

    private StubAws(HttpServer server, int status, String answer) {
        this.server = server;
        this.status = status;
        this.answer = answer;
    }

    static StubAws answering(int status, String answer) {
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

    CloudPlace place() {
        var address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new CloudPlace("eu-central-1", Optional.of(new Endpoint(address, "test")));
    }

    /** Each request: its method, its path with the query, and its body, decoded. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI(),
                        URLDecoder.decode(body, StandardCharsets.UTF_8))
                .strip());
        var bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", answer.startsWith("<") ? "text/xml" : "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
