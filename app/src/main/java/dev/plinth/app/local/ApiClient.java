package dev.plinth.app.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Puts things into an app through its API, as any client would. */
final class ApiClient implements AutoCloseable {
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final String token;

    /** {@code token} is an access token, or "" for none. */
    ApiClient(URI api, String token) {
        this.api = api;
        this.token = token;
    }

    /** What was answered; throws {@link IllegalStateException} when it was refused. */
    JsonNode post(String path, JsonNode body) {
        var request = HttpRequest.newBuilder(api.resolve(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(Json.bytes(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<byte[]> response = sent(request.build());
        JsonNode answer = Json.parseOwn(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new IllegalStateException("The app refused POST %s: %s".formatted(path, answer));
        }
        return answer;
    }

    private HttpResponse<byte[]> sent(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new IllegalStateException("The app does not answer: " + failure.getMessage(), failure);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The app was stopped while its examples were put in", stopping);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
