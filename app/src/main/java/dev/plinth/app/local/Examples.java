package dev.plinth.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Objects;

/** A small catalogue of metrics, put in through the API as any client would. */
final class Examples {
    private static final int CREATED = 201;

    /** Puts them in with this access token; returns how many there are. */
    static int putInto(URI metrics, String token) throws IOException, InterruptedException {
        JsonNode examples = read();
        try (var client = HttpClient.newHttpClient()) {
            for (JsonNode example : examples) {
                var request = HttpRequest.newBuilder(metrics)
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofByteArray(Json.bytes(example)))
                        .build();
                var response = client.send(request, BodyHandlers.ofString());
                if (response.statusCode() != CREATED) {
                    throw new IllegalStateException("An example was refused: " + response.body());
                }
            }
        }
        return examples.size();
    }

    private static JsonNode read() throws IOException {
        try (InputStream file = Objects.requireNonNull(Examples.class.getResourceAsStream("example-metrics.json"))) {
            return Json.parseOwn(file.readAllBytes());
        }
    }

    private Examples() {}
}
