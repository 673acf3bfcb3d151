package dev.plinth.app.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.json.Json;
import java.net.URI;
import java.util.UUID;

/** The administrator of a local run, signed in. */
record Administrator(String email, String password, String token) {
    private static final String EMAIL = "admin@example.com";

    /** Makes the administrator of an app that has none, and returns their new password. */
    static String make(URI address, String bootstrapToken) {
        String password = UUID.randomUUID().toString();
        try (var api = new ApiClient(address, "")) {
            api.post(
                    "/api/v1/auth/bootstrap",
                    login(password).put("token", bootstrapToken).put("display_name", "Administrator"));
        }
        return password;
    }

    static Administrator signIn(URI address, String password) {
        try (var api = new ApiClient(address, "")) {
            String token = api.post("/api/v1/auth/login", login(password))
                    .required("access_token")
                    .textValue();
            return new Administrator(EMAIL, password, token);
        }
    }

    private static ObjectNode login(String password) {
        return Json.object().put("email", EMAIL).put("password", password);
    }
}
