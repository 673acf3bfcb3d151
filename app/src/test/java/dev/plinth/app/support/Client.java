package dev.plinth.app.support;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Calls one server. */
public final class Client implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String AUTHORIZATION = "Authorization";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final URI root;
    private final String token;

    /** A client who does not say who they are. */
    public Client(int port) {
        this(port, "");
    }

    /** A client who sends this access token or API key with each request that has no other. */
    public Client(int port, String token) {
        this.root = URI.create("http://127.0.0.1:%d".formatted(port));
        this.token = token;
    }

    /** What is sent in the header Authorization. */
    public String authorization() {
        return "Bearer " + token;
    }

    public Reply get(String path) throws IOException, InterruptedException {
        return send("GET", path, "");
    }

    public Reply post(String path, String json) throws IOException, InterruptedException {
        return send("POST", path, json, "Content-Type", "application/json");
    }

    /** The headers come in pairs of name and value. */
    public Reply send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(root.resolve(path))
                .timeout(TIMEOUT)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!token.isEmpty() && !List.of(headers).contains(AUTHORIZATION)) {
            request.header(AUTHORIZATION, authorization());
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return Reply.of(http.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
