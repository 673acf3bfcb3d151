package dev.plinth.checks.faults.load;

import dev.plinth.checks.Api;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The way to the environment's public address. Its keys take turns, because the API limits the rate of each. No request
 * is sent a second time.
 */
final class Line {
    /** A client that waits longer has given up. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final URI base;
    private final List<String> keys;
    private final HttpClient client;

    Line(URI base, Path caFile, List<String> keys) {
        this.base = base;
        this.keys = List.copyOf(keys);
        this.client = HttpClient.newBuilder()
                .sslContext(Api.trusting(caFile))
                .connectTimeout(PATIENCE)
                .build();
    }

    /** The status of the answer to a read. */
    int get(String path, long turn) throws IOException, InterruptedException {
        return send(request(path, turn).GET());
    }

    /** As the database has it now, whatever is kept on the way. */
    int getAfresh(String path, long turn) throws IOException, InterruptedException {
        return send(request(path, turn).header("Cache-Control", "no-cache").GET());
    }

    /** The status of the answer to a write. */
    int post(String path, long turn, String json) throws IOException, InterruptedException {
        return send(request(path, turn)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path, long turn) {
        var key = keys.get((int) (turn % keys.size()));
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).header("Authorization", "Bearer " + key);
    }

    private int send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
