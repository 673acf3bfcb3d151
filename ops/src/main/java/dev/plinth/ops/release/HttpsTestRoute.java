package dev.plinth.ops.release;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** The test route over HTTPS, through everything that a client's request passes. */
final class HttpsTestRoute implements TestRoute, AutoCloseable {
    private static final String HEADER = "X-Plinth-Test-Route";
    private static final String COLOUR = "X-Plinth-Colour";
    private static final Duration CONNECT_MAX = Duration.ofSeconds(5);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final URI base;
    private final String key;
    private final HttpClient client;

    /** {@code authority} is the file with the authority that signed the certificate, where the system does not know it. */
    HttpsTestRoute(URI base, String key, Optional<Path> authority) {
        this.base = base;
        this.key = key;
        var builder = HttpClient.newBuilder().connectTimeout(CONNECT_MAX);
        authority.ifPresent(file -> builder.sslContext(trusting(file)));
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

    private static SSLContext trusting(Path authority) {
        try (var pem = Files.newInputStream(authority)) {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot trust " + authority, e);
        }
    }
}
