package dev.plinth.ops.release;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A server on this machine that answers each request, as its method with its path and query, by a function. */
final class StubHttp implements AutoCloseable {
    private final HttpServer server;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    /** What is answered. */
    record Answer(int status, String json) {}

    private StubHttp(HttpServer server) {
        this.server = server;
    }

    static StubHttp answering(Function<String, Answer> answers) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var stub = new StubHttp(server);
            server.createContext("/", exchange -> stub.handle(exchange, answers));
            server.start();
            return stub;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port());
    }

    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange, Function<String, Answer> answers) throws IOException {
        var target = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
        var request = "%s %s".formatted(exchange.getRequestMethod(), target);
        requests.add(request);
        var answer = answers.apply(request);
        var bytes = answer.json().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
