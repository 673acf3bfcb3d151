package dev.plinth.app.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;

/** Takes traces by OTLP over HTTP, as a collector of OpenTelemetry does, and keeps them. */
public final class Collector implements AutoCloseable {
    private final HttpServer server;
    private final List<byte[]> bodies = new CopyOnWriteArrayList<>();

    public Collector() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    public String endpoint() {
        return "http://127.0.0.1:%d".formatted(server.getAddress().getPort());
    }

    /** All spans that have come. */
    public List<SentSpan> spans() {
        return bodies.stream().flatMap(body -> SentSpan.of(body).stream()).toList();
    }

    /** Everything that has come, with all texts in it readable. */
    public String text() {
        return String.join(
                "\n",
                bodies.stream()
                        .map(body -> new String(body, StandardCharsets.UTF_8))
                        .toList());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange;
                var body = new GZIPInputStream(exchange.getRequestBody())) {
            bodies.add(body.readAllBytes());
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
