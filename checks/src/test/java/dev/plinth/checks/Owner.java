package dev.plinth.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Whoever owns the database of a sandboxed stack, with the login that Secrets Manager holds.
 *
 * @param sandbox the folder of the stack's sandbox
 * @param operations the stack's output of that name
 */
public record Owner(Path sandbox, JsonNode operations) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Enters the primary. */
    public Connection enter() throws IOException, InterruptedException, SQLException {
        var secret = secret();
        return enter(
                "%s:%s"
                        .formatted(
                                secret.at("/host").asText(), secret.at("/port").asText()),
                secret.at("/password").asText());
    }

    /** Enters another server of the sandbox as the same person. */
    public Connection enter(String endpoint, String password) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "mdl_admin");
        properties.setProperty("password", password);
        properties.setProperty("sslmode", "verify-full");
        properties.setProperty(
                "sslrootcert", sandbox.resolve("certificates/ca.pem").toString());
        var database = operations.at("/database/name").asText();
        return DriverManager.getConnection("jdbc:postgresql://%s/%s".formatted(endpoint, database), properties);
    }

    private JsonNode secret() throws IOException, InterruptedException {
        var daemon = JSON.readTree(sandbox.resolve("daemon.json").toFile());
        var arn = operations.at("/secretArns/databaseOwner").asText();
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + daemon.at("/apiPort").asInt()))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "secretsmanager.GetSecretValue")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=%s/20260101/eu-central-1/secretsmanager/aws4_request,"
                                        .formatted(daemon.at("/token").asText())
                                + " SignedHeaders=host, Signature=unchecked")
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode().put("SecretId", arn).toString()))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
            return JSON.readTree(answer.at("/SecretString").asText());
        }
    }
}
