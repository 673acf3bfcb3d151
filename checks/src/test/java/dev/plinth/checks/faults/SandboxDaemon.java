package dev.plinth.checks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;

/** Asks the sandbox's daemon what runs: in milliseconds, where a command would take seconds. */
final class SandboxDaemon {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Path file;

    /** The daemon of a state folder. */
    SandboxDaemon(Path folder) {
        this.file = folder.resolve("daemon.json");
    }

    List<Machine> machines() {
        return StreamSupport.stream(status().path("processes").spliterator(), false)
                .map(SandboxDaemon::machine)
                .toList();
    }

    private JsonNode status() {
        try {
            var daemon = JSON.readTree(file.toFile());
            var address = URI.create("http://127.0.0.1:%d/v1/status"
                    .formatted(daemon.path("controlPort").asInt()));
            var request = HttpRequest.newBuilder(address)
                    .header("Authorization", "Bearer " + daemon.path("token").asText())
                    .build();
            return JSON.readTree(client.send(request, BodyHandlers.ofString()).body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Machine machine(JsonNode process) {
        return new Machine(
                process.path("name").asText(),
                process.path("kind").asText(),
                process.path("pid").asLong(),
                process.path("state").asText());
    }
}
