package dev.plinth.sandbox.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;

/** The APIs on a free loopback port, for whoever has the daemon's token as the access key id. */
public final class ApiServer implements AutoCloseable {
    private static final int LAST_ANSWERS_SECONDS = 1;
    private static final int NO_BODY = -1;
    private final HttpServer server;
    private final String token;
    private final Api api;

    private ApiServer(HttpServer server, String token, Api api) {
        this.server = server;
        this.token = token;
        this.api = api;
    }

    /** Starts serving. */
    public static ApiServer start(String token, Api api) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var serving = new ApiServer(server, token, api);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", serving::serve);
        server.start();
        return serving;
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
            var request = request(exchange);
            var answer =
                    caller(request).map(caller -> api.answer(request, caller)).orElseGet(() -> api.refusal(request));
            send(exchange, answer);
        }
    }

    private Optional<Caller> caller(ApiRequest request) {
        return Caller.in(request.header("Authorization").orElse(""))
                .filter(caller -> MessageDigest.isEqual(bytes(caller.accessKey()), bytes(token)));
    }

    private static ApiRequest request(HttpExchange exchange) {
        var uri = exchange.getRequestURI();
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new ApiRequest(
                exchange.getRequestMethod(),
                uri.getRawPath(),
                query(Optional.ofNullable(uri.getRawQuery()).orElse("")),
                headers,
                exchange.getRequestBody());
    }

    private static Map<String, String> query(String raw) {
        return raw.isEmpty() ? Map.of() : Parameters.of(raw).values();
    }

    private static void send(HttpExchange exchange, ApiAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        long length = answer.body().length();
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", String.valueOf(length));
            exchange.sendResponseHeaders(answer.status(), NO_BODY);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), length == 0 ? NO_BODY : length);
        if (length > 0) {
            try (var content = answer.body().content().open()) {
                content.transferTo(exchange.getResponseBody());
            }
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
