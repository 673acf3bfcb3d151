package dev.plinth.ops.site;

import dev.plinth.ops.Failure;
import dev.plinth.ops.process.Interruption;
import dev.plinth.ops.tls.Authority;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The address of the CDN, asked for the live release's first page as a browser would. */
final class Front {
    /** CloudFront has carried a changed function everywhere within minutes; the sandbox within a second. */
    private static final int ATTEMPTS_MAX = 150;

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);

    private final URI address;
    private final Optional<Authority> sandbox;
    private final Interruption interruption;

    Front(URI address, Optional<Authority> sandbox, Interruption interruption) {
        this.address = address;
        this.sandbox = sandbox;
        this.interruption = interruption;
    }

    URI address() {
        return address;
    }

    /** Tells whether this machine finds the address: a sandboxed domain is known to nobody's name servers. */
    boolean canBeAsked() {
        return sandbox.isEmpty() || "localhost".equals(address.getHost());
    }

    /** Waits until the page is the release's; fails with what it is instead. */
    void waitFor(SiteFile page) {
        var uri = address.resolve("/" + page.path());
        try (var client = client()) {
            var found = ask(client, uri);
            for (var attempt = 1; attempt < ATTEMPTS_MAX && !found.equals(page.sha256()); attempt++) {
                interruption.pause(PAUSE);
                found = ask(client, uri);
            }
            if (!found.equals(page.sha256())) {
                throw Failure.failed(
                        "the release is live, but %s is not what was published".formatted(uri),
                        "expected sha256 %s, found %s".formatted(page.sha256(), found),
                        "go back with: plinth site rollback");
            }
        }
    }

    private static String ask(HttpClient client, URI uri) {
        try {
            var request = HttpRequest.newBuilder(uri).timeout(ANSWER_MAX).build();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? Checksum.of(answer.body()) : "status " + answer.statusCode();
        } catch (IOException e) {
            return "no answer: " + e;
        } catch (InterruptedException e) {
            throw Failure.interrupted();
        }
    }

    private HttpClient client() {
        var builder = HttpClient.newBuilder().connectTimeout(ANSWER_MAX);
        sandbox.ifPresent(authority -> builder.sslContext(authority.context()));
        return builder.build();
    }
}
