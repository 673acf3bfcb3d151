package dev.plinth.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.sandbox.machine.Machines;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ControlServerTest {
    @TempDir
    private Path folder = Path.of("");

    private final CompletableFuture<Aftermath> ending = new CompletableFuture<>();
    private Machines machines;
    private ControlServer server;

    @BeforeEach
    void serve() throws IOException {
        machines = Machines.open(folder);
        server = ControlServer.start(
                "right", new Overview(folder.resolve("ca.pem"), machines, name -> Map.of()), ending);
    }

    @AfterEach
    void stop() {
        server.close();
        machines.close();
    }

    @Test
    void tellsWhereTheAuthorityIsAndWhatRuns() throws Exception {
        var status = send("right", request("/v1/status").GET());

        assertThat(status.statusCode()).isEqualTo(200);
        var json = new ObjectMapper().readTree(status.body());
        assertThat(json.path("caFile").asText())
                .isEqualTo(folder.resolve("ca.pem").toString());
        assertThat(json.path("processes").isArray()).isTrue();
    }

    @Test
    void refusesWhoeverDoesNotHaveTheToken() throws Exception {
        assertThat(send("wrong", request("/v1/status").GET()).statusCode()).isEqualTo(401);
        assertThat(send("wrong", shutdown("stop")).statusCode()).isEqualTo(401);
        assertThat(ending).isNotDone();
    }

    @Test
    void endsAsItIsTold() throws Exception {
        assertThat(send("right", shutdown("keep")).statusCode()).isEqualTo(202);

        assertThat(ending).isCompletedWithValue(Aftermath.KEEP);
    }

    @Test
    void asksBackWhenTheWishIsUnclear() throws Exception {
        var answer = send("right", shutdown("everything"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("keep").contains("stop");
        assertThat(ending).isNotDone();
    }

    @Test
    void namesWhatIsThere() throws Exception {
        var answer = send("right", request("/v1/logs").GET());

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("GET /v1/status").contains("POST /v1/shutdown");
    }

    private HttpRequest.Builder shutdown(String wish) {
        return request("/v1/shutdown").POST(BodyPublishers.ofString("{\"processes\":\"" + wish + "\"}"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static HttpResponse<String> send(String token, HttpRequest.Builder request)
            throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
        }
    }
}
