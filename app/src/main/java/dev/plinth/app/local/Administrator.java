package dev.plinth.app.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.net.URI;
import java.util.UUID;

/** The administrator of a local run, with a password that is new for each run. */
record Administrator(String email, String password, String token) {
    private static final String EMAIL = "admin@example.com";

    /** Makes the administrator of an app that has none, and signs them in. */
    static Administrator of(URI address, String bootstrapToken) {
        String password = UUID.randomUUID().toString();
        ObjectNode who = Json.object().put("email", EMAIL).put("password", password);
        ObjectNode first = who.deepCopy().put("token", bootstrapToken).put("display_name", "Administrator");
        try (var api = new ApiClient(address, "")) {
            api.post("/api/v1/auth/bootstrap", first);
            String token =
                    api.post("/api/v1/auth/login", who).required("access_token").textValue();
            return new Administrator(EMAIL, password, token);
        }
    }
}
