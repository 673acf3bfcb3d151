package dev.plinth.app.support;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A server of somebody else, that messages are sent to: it keeps what it gets, and answers as the test says. */
public final class Receiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile Function<Received, Answer> answer = message -> new Answer(204, Map.of(), "");

    /** A request as it came. */
    public record Received(String path, Headers headers, String body) {
        public String header(String name) {
            return headers.getFirst(name);
        }

        /** As the reference library wants them. */
        public Map<String, List<String>> lowerCaseHeaders() {
            Map<String, List<String>> lower = new HashMap<>();
            headers.forEach((name, values) -> lower.put(name.toLowerCase(Locale.ROOT), values));
            return lower;
        }
    }

    /** What is answered. */
    public record Answer(int status, Map<String, String> headers, String body) {
        public static Answer of(int status) {
            return new Answer(status, Map.of(), "");
        }
    }

    public Receiver() throws IOException {
        this(HttpServer.create(address(), 0));
    }

    /** One that speaks TLS. */
    public Receiver(SSLContext tls) throws IOException {
        this(secured(tls));
    }

    private Receiver(HttpServer server) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var message = new Received(exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), body);
            received.add(message);
            Answer now = answer.apply(message);
            now.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(now.status(), bytes.length == 0 ? -1 : bytes.length);
            try (var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.start();
    }

    private static HttpsServer secured(SSLContext tls) throws IOException {
        HttpsServer server = HttpsServer.create(address(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        return server;
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    public void answer(Function<Received, Answer> next) {
        answer = next;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public String url(String path) {
        return "http://127.0.0.1:%d%s".formatted(port(), path);
    }

    public List<Received> received() {
        return List.copyOf(received);
    }

    /** What came to one path. */
    public List<Received> received(String path) {
        return received.stream().filter(message -> message.path().equals(path)).toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
