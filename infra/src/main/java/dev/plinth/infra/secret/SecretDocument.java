package dev.plinth.infra.secret;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.pulumi.exceptions.RunException;
import java.util.Map;
import java.util.TreeMap;

/** A secret's JSON, in the shape that AWS's own rotation functions read and write. */
final class SecretDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PASSWORD = "password";

    private SecretDocument() {}

    static String of(Map<String, String> fields, String password) {
        var document = new TreeMap<>(fields);
        document.put(PASSWORD, password);
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always JSON", e);
        }
    }

    static String password(String document) {
        try {
            var password = JSON.readTree(document).path(PASSWORD);
            if (password.isTextual()) {
                return password.textValue();
            }
        } catch (JsonProcessingException e) {
            // Its message would show the secret.
        }
        throw new RunException("A generated secret no longer holds JSON with a text under 'password'."
                + " Somebody changed it by hand: put such a document back in Secrets Manager,"
                + " then run 'pulumi refresh'.");
    }
}
