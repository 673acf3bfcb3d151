package dev.plinth.ops.release;

import dev.plinth.ops.tls.Authority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/** The test route over HTTPS, through everything that a client's request passes. */
final class HttpsTestRoute implements TestRoute, AutoCloseable {
    private static final String HEADER = "X-Plinth-Test-Route";
    private static final String COLOUR = "X-Plinth-Colour";
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final URI base;
    private final String key;
    private final HttpClient client;

    /** {@code authority} signed the certificate, where the system does not know who did. */
    HttpsTestRoute(URI base, String key, Optional<Authority> authority) {
        this.base = base;
        this.key = key;
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT_MAX);
        authority.ifPresent(known -> builder.sslContext(known.context()));
        this.client = builder.build();
    }

    @Override
    public Reply get(Colour colour, String path) {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header(HEADER, "%s-%s".formatted(key, colour))
                .timeout(ANSWER_MAX)
                .build();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            var headers = answer.headers();
            return new Reply(
                    answer.statusCode(),
                    headers.firstValue("Content-Type").orElse(""),
                    headers.firstValue(COLOUR).orElse(""),
                    answer.body());
        } catch (IOException e) {
            return new Reply(0, "", "", e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply(0, "", "", "interrupted");
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
