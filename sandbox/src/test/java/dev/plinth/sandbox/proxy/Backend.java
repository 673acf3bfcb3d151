package dev.plinth.sandbox.proxy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.sandbox.machine.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A target: answers with its colour and what it got, and can be made to feel unwell or to take its time. */
public final class Backend implements AutoCloseable {
    private final HttpServer server;
    private final String colour;
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger slowRequests = new AtomicInteger();
    private final Map<String, String> lastHeaders = new ConcurrentHashMap<>();
    private volatile int healthStatus = 200;

    public Backend(String colour) {
        this.colour = colour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/health", exchange -> answer(exchange, healthStatus, ""));
        server.createContext("/slow", exchange -> {
            slowRequests.incrementAndGet();
            sleep(1500);
            answer(exchange, 200, colour);
        });
        server.createContext("/echo", this::echo);
        server.createContext("/broken", HttpExchange::close);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            lastHeaders.clear();
            exchange.getRequestHeaders().forEach((name, values) -> lastHeaders.put(name, String.join("|", values)));
            answer(exchange, 200, colour);
        });
        server.start();
    }

    public Endpoint endpoint() {
        return new Endpoint("127.0.0.1", server.getAddress().getPort());
    }

    public int requests() {
        return requests.get();
    }

    /** Requests to /slow that have arrived, answered or not. */
    int slowRequests() {
        return slowRequests.get();
    }

    /** The headers of the latest request, by their names with a capital first letter. */
    public Map<String, String> lastHeaders() {
        return Map.copyOf(lastHeaders);
    }

    public void healthStatus(int status) {
        healthStatus = status;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void echo(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().add("X-Colour", colour);
        exchange.getResponseHeaders().add("Server", "secret/1.0");
        exchange.sendResponseHeaders(201, 0);
        try (var output = exchange.getResponseBody()) {
            output.write(body);
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
