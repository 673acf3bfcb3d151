package dev.plinth.sandbox.pod;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.machine.MachineException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;

/** Asks a pod how it is. */
final class HttpProbe {
    private static final int GOOD_MIN = 200;
    private static final int GOOD_MAX = 399;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .build();

    /** What came of it, in words that fit behind "GET ...:". */
    record Answer(boolean good, String text) {}

    Answer ask(URI uri, Duration timeout) {
        var request = HttpRequest.newBuilder(uri)
                .timeout(timeout)
                .header("User-Agent", "plinth-probe")
                .build();
        try {
            int status = client.send(request, BodyHandlers.discarding()).statusCode();
            return new Answer(status >= GOOD_MIN && status <= GOOD_MAX, "status " + status);
        } catch (HttpTimeoutException e) {
            return new Answer(false, "no answer within " + timeout.toMillis() + " ms");
        } catch (IOException e) {
            return new Answer(false, "nothing answers");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted while probing " + uri, e);
        }
    }

    static URI uri(Endpoint endpoint, String path) {
        try {
            return new URI("http://" + endpoint + (path.startsWith("/") ? path : "/" + path));
        } catch (URISyntaxException e) {
            throw new MachineException(
                    "the probe's path '%s' is no path of a URL: %s".formatted(path, e.getReason()), e);
        }
    }
}
