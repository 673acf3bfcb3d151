package dev.plinth.ops.release;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plinth.ops.console.Json;
import dev.plinth.ops.release.Program.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Somebody who comes to an instance on a copy for the first time: signs up, signs in and reads. */
final class FirstVisit implements AutoCloseable {
    private static final Duration ANSWER_MAX = Duration.ofSeconds(10);
    private static final List<String> READS = List.of("/api/v1/metrics?limit=1", "/api/v1/domains?limit=1");

    private final Ports ports;
    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(ANSWER_MAX)
            .build();

    FirstVisit(Ports ports) {
        this.ports = ports;
    }

    private record Answer(int status, String body) {
        JsonNode json() throws IOException {
            return Json.mapper().readTree(body);
        }
    }

    boolean isReady() {
        try {
            return send(request(ports.admin(), "/health/ready")).status() == 200;
        } catch (IOException e) {
            // Not yet.
            return false;
        }
    }

    /** What was read, in words; throws {@link StepFailed} with the first answer that is no good one. */
    String read() {
        try {
            var password = UUID.randomUUID().toString();
            var person = Json.object().put("email", "rehearsal-%s@example.com".formatted(UUID.randomUUID()));
            expect(
                    201,
                    "/api/v1/auth/register",
                    post(
                            "/api/v1/auth/register",
                            person.deepCopy().put("display_name", "Rehearsal").put("password", password)));
            var login = "/api/v1/auth/login";
            var session = expect(200, login, post(login, person.put("password", password)))
                    .json();
            for (var path : READS) {
                var request = request(ports.api(), path)
                        .header(
                                "Authorization",
                                "Bearer " + session.path("access_token").asText());
                expect(200, path, request);
            }
            return "it became ready, signed somebody in and answered " + String.join(" and ", READS);
        } catch (IOException e) {
            throw new StepFailed("on a migrated copy the live version does not answer: " + e);
        }
    }

    private HttpRequest.Builder post(String path, JsonNode body) {
        return request(ports.api(), path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private static HttpRequest.Builder request(int port, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .timeout(ANSWER_MAX);
    }

    private Answer expect(int status, String path, HttpRequest.Builder request) throws IOException {
        var answer = send(request);
        if (answer.status() != status) {
            throw new StepFailed(
                    "the live version cannot live with the new schema: on a migrated copy %s answers %d, expected %d: %s"
                            .formatted(path, answer.status(), status, answer.body()));
        }
        return answer;
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            return new Answer(answer.statusCode(), answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
