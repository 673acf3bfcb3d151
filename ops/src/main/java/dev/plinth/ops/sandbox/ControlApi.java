package dev.plinth.ops.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** The daemon's control API. (Not java.net.http: that client alone would take half of what {@code plinth status} takes.) */
final class ControlApi {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECT_MILLIS_MAX = 1_000;
    /** Stopping waits for databases to write what they hold. */
    private static final int ANSWER_MILLIS_MAX = 90_000;

    private final Daemon daemon;

    ControlApi(Daemon daemon) {
        this.daemon = daemon;
    }

    SandboxStatus status() throws IOException {
        var connection = open("/v1/status");
        var status = MAPPER.readTree(body(connection));
        return new SandboxStatus(
                status.path("caFile").asText(),
                StreamSupport.stream(status.path("processes").spliterator(), false)
                        .map(ControlApi::process)
                        .toList());
    }

    void shutdown(Sandbox.Processes processes) throws IOException {
        var connection = open("/v1/shutdown");
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        var request =
                MAPPER.createObjectNode().put("processes", processes.name().toLowerCase(Locale.ROOT));
        try (var out = connection.getOutputStream()) {
            out.write(request.toString().getBytes(StandardCharsets.UTF_8));
        }
        body(connection);
    }

    private HttpURLConnection open(String path) throws IOException {
        var url = URI.create("http://127.0.0.1:%d%s".formatted(daemon.controlPort(), path))
                .toURL();
        var connection = (HttpURLConnection) url.openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(CONNECT_MILLIS_MAX);
        connection.setReadTimeout(ANSWER_MILLIS_MAX);
        connection.setRequestProperty("Authorization", "Bearer " + daemon.token());
        return connection;
    }

    private static String body(HttpURLConnection connection) throws IOException {
        var code = connection.getResponseCode();
        if (code / 100 != 2) {
            throw new IOException("the sandbox daemon answered %d to %s"
                    .formatted(code, connection.getURL().getPath()));
        }
        try (var in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SandboxProcess process(JsonNode process) {
        return new SandboxProcess(
                process.path("name").asText(),
                process.path("kind").asText(),
                process.path("pid").asLong(),
                process.path("address").asText(),
                process.path("state").asText(),
                process.path("logFile").asText());
    }
}
