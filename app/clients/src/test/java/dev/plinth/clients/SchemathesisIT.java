package dev.plinth.clients;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plinth.app.access.Role;
import dev.plinth.app.json.Json;
import dev.plinth.app.support.Reply;
import dev.plinth.app.support.RunningApp;
import dev.plinth.app.support.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The API under thousands of requests that are drawn from its description, good and bad ones: no server error, no
 * status, header or body that is not described.
 */
@ExtendWith(Servers.Extension.class)
final class SchemathesisIT {
    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Path REQUIREMENTS =
            Path.of("src", "test", "python", "schemathesis.txt").toAbsolutePath();
    /** Drawn anew they would find something else each time; a failure is to be found again. */
    private static final String SEED = "1";

    private static final String EXAMPLES_EACH = "12";

    @Test
    void everyAnswerIsOneThatIsDescribed(Servers servers) throws Exception {
        try (var app = new RunningApp(servers.environment())) {
            Path description = withoutDefaults(app);
            Commands.run(
                    TARGET,
                    program().toString(),
                    "run",
                    description.toString(),
                    "--url=http://127.0.0.1:" + app.apiPort(),
                    "--header=Authorization: Bearer " + app.accounts().user(app.api(), Role.ADMIN),
                    "--checks=not_a_server_error,status_code_conformance,content_type_conformance,"
                            + "response_headers_conformance,response_schema_conformance",
                    "--phases=examples,coverage,fuzzing,stateful",
                    "--max-examples=" + EXAMPLES_EACH,
                    "--seed=" + SEED,
                    "--generation-database=none",
                    "--continue-on-failure",
                    "--no-color");
        }
    }

    private static Path program() throws IOException, InterruptedException {
        Path environment = TARGET.resolve("schemathesis");
        Commands.run(TARGET, "python3", "-m", "venv", "--clear", environment.toString());
        Commands.run(
                TARGET,
                environment.resolve("bin/pip").toString(),
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--requirement",
                REQUIREMENTS.toString());
        return environment.resolve("bin/st");
    }

    /** Every status must be described by its number: the word for all others would hide what was forgotten. */
    private static Path withoutDefaults(RunningApp app) throws IOException, InterruptedException {
        Reply described = app.anonymous().get("/openapi.json");
        JsonNode document = described.json();
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                if (operation.path("responses") instanceof ObjectNode responses) {
                    responses.remove("default");
                }
            }
        }
        return Files.write(TARGET.resolve("openapi-without-defaults.json"), Json.bytes(document));
    }
}
