package dev.plinth.app.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The administrator of a local run, with a password that is new for each run. */
record Administrator(String email, String password, String token) {
    private static final String EMAIL = "admin@example.com";

    /** Makes the administrator of an app that has none, and signs them in. */
    static Administrator of(URI api, String bootstrapToken) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        ObjectNode who = Json.object().put("email", EMAIL).put("password", password);
        ObjectNode first = who.deepCopy().put("token", bootstrapToken).put("display_name", "Administrator");
        post(api.resolve("/api/v1/auth/bootstrap"), first);
        String answer = post(api.resolve("/api/v1/auth/login"), who);
        String token = Json.parseOwn(answer.getBytes(StandardCharsets.UTF_8))
                .required("access_token")
                .textValue();
        return new Administrator(EMAIL, password, token);
    }

    private static String post(URI address, ObjectNode body) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(Json.bytes(body)))
                    .build();
            var response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new IllegalStateException("The administrator was refused: " + response.body());
            }
            return response.body();
        }
    }
}
