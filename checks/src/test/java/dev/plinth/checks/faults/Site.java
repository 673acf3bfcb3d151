package dev.plinth.checks.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.checks.Api;
import dev.plinth.checks.Shell;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An environment of the drills' own, with somebody who may write to it. */
final class Site {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The API takes 10 reads a second of each key. */
    private static final int KEYS = 8;

    private static final String LOGIN = """
        {"email": "ada@example.com", "password": "drills until it holds"}\
        """;
    private static final String DOMAIN = """
        {"domain_id": "drills", "name": "Drills", "description": "What is written under load"}\
        """;
    private static final String METRIC = """
        {"metric_id": "drills.constant", "name": "Constant", "domain": "drills", "metric_type": "operational",
         "description": "What is read under load",
         "definition": {"unit": "count", "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]}}\
        """;

    private final Shell shell;
    private final String apiUrl;
    private final Path caFile;
    private final SandboxDaemon daemon;
    private final List<String> keys;

    private Site(Path state, Shell shell, JsonNode status) throws IOException {
        this.shell = shell;
        this.apiUrl = status.path("apiUrl").asText();
        this.caFile = Path.of(status.path("caFile").asText());
        this.daemon = new SandboxDaemon(state.resolve("local/sandbox"));
        this.keys = signUp();
    }

    /** Brings the environment up. */
    static Site up(Path state) throws IOException {
        var shell = new Shell(state);
        succeed(shell, "./plinth up");
        return new Site(state, shell, JSON.readTree(succeed(shell, "./plinth status --json")));
    }

    Shell shell() {
        return shell;
    }

    /** For a load on it. */
    Load.Aim aim() {
        return new Load.Aim(apiUrl, caFile, keys);
    }

    /** Kills a process, and returns when another runs in its place. */
    void killAndWait(String prefix) throws Exception {
        var killed = machine(prefix);
        killed.kill();
        Waiting.until(killed.name(), () -> daemon.machines().stream().anyMatch(killed::isFollowedBy));
    }

    /** The one process whose name begins so, while it runs. */
    Machine machine(String prefix) {
        return daemon.machines().stream()
                .filter(machine -> machine.name().startsWith(prefix) && machine.pid() > 0)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing runs that is called " + prefix));
    }

    /** Whether the app and its database answer. */
    boolean isServing() {
        try {
            var answer = api(keys.getFirst()).get("/api/v1/metrics/drills.constant?view=draft");
            return answer.statusCode() == 200;
        } catch (UncheckedIOException e) {
            // No answer is an answer.
            return false;
        }
    }

    /** The colour that answers now. */
    String liveColour() {
        return api("").get("/api/v1/version")
                .headers()
                .firstValue("X-Plinth-Colour")
                .orElse("none");
    }

    /** What a command printed, which must have succeeded. */
    static String succeed(Shell shell, String line) {
        var result = shell.run(line);
        if (result.exitCode() != 0) {
            throw new IllegalStateException(
                    "%s ended with %d:%n%s".formatted(line, result.exitCode(), result.everything()));
        }
        return result.output();
    }

    private List<String> signUp() throws IOException {
        var token = succeed(shell, "./plinth output bootstrapToken").strip();
        created(api(""), "/api/v1/auth/bootstrap", """
            {"token": "%s", "email": "ada@example.com", "display_name": "Ada",
             "password": "drills until it holds"}\
            """.formatted(token));
        var login = api("").post("/api/v1/auth/login", LOGIN).body();
        var administrator = api(JSON.readTree(login).path("access_token").asText());
        created(administrator, "/api/v1/domains", DOMAIN);
        created(administrator, "/api/v1/metrics", METRIC);
        var made = new ArrayList<String>();
        for (var number = 1; number <= KEYS; number++) {
            made.add(created(administrator, "/api/v1/api-keys", """
                {"name": "drill %d", "scopes": ["metrics:read", "metrics:write"]}\
                """.formatted(number))
                    .path("key")
                    .asText());
        }
        return List.copyOf(made);
    }

    private static JsonNode created(Api api, String path, String json) throws IOException {
        var answer = api.post(path, json);
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("POST %s: %d %s".formatted(path, answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private Api api(String token) {
        return new Api(apiUrl, caFile, token);
    }
}
