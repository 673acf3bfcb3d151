package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The way of the environment `local` from up to down, as a person walks it; each step builds on the one before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class EndToEndIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DRAFTS = "/api/v1/metrics?view=draft";
    private static final String LOGIN = """
            {"email": "ada@example.com", "password": "walks from up to down"}""";
    private static final String DOMAIN = """
            {"domain_id": "sales", "name": "Sales", "description": "What is sold"}""";
    private static final String METRIC = """
            {"metric_id": "orders.count", "name": "Orders", "domain": "sales", "metric_type": "operational",
             "description": "Orders placed in a day",
             "definition": {"unit": "count", "expressions": [{"dialect": "ansi_sql", "expression": "count(*)"}]}}""";
    /** Both packs, with what they ask of this stack; a shell has their folder in a variable. */
    private static final String PACKS =
            "--policy-pack $packs/security --policy-pack-config $packs/security/config/local.json"
                    + " --policy-pack $packs/backup --policy-pack-config $packs/backup/config/local.json";

    @TempDir
    private static Path state;

    /** Of the administrator, from the step that makes them on. */
    private String token = "";

    @AfterAll
    void leaveNothingRunning() {
        shell().run("./plinth down");
    }

    @Test
    @Order(1)
    void upEndsWithAnAddressThatAnswers() throws IOException {
        var up = shell().run("./plinth up");

        assertThat(up.exitCode()).as(up.everything()).isZero();
        assertThat(up.output()).contains(status().at("/apiUrl").asText());
        assertThat(status().at("/liveColour").asText()).isEqualTo("blue");
        assertThat(api().get("/api/v1/version").statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void theFirstAdministratorCreatesAndListsAMetric() throws IOException {
        var bootstrap = shell().run("./plinth output bootstrapToken");
        assertThat(bootstrap.exitCode()).as(bootstrap.everything()).isZero();
        var made = api().post(
                        "/api/v1/auth/bootstrap",
                        administrator(bootstrap.output().strip()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        token = JSON.readTree(api().post("/api/v1/auth/login", LOGIN).body())
                .at("/access_token")
                .asText();

        assertThat(api().get(DRAFTS).body()).doesNotContain("orders.count");
        assertThat(api().post("/api/v1/domains", DOMAIN).statusCode()).isEqualTo(201);
        assertThat(api().post("/api/v1/metrics", METRIC).statusCode()).isEqualTo(201);
        assertThat(api().get(DRAFTS).body()).contains("orders.count");
    }

    @Test
    @Order(3)
    void upAgainChangesNothing() throws IOException {
        var up = shell().run("./plinth up --json");

        assertThat(up.exitCode()).as(up.everything()).isZero();
        assertThat(changes(up.output())).isZero();
    }

    @Test
    @Order(4)
    void theStockCliSeesTheSameEnvironment() throws IOException {
        var before = Files.readString(House.ROOT.resolve("Pulumi.local.yaml"));
        var preview = shell().run("eval \"$(./plinth sandbox env)\" && packs=policies && pulumi preview --stack local"
                + " --non-interactive --expect-no-changes " + PACKS);

        assertThat(preview.exitCode()).as(preview.everything()).isZero();
        assertThat(House.ROOT.resolve("Pulumi.local.yaml")).hasContent(before);
    }

    @Test
    @Order(5)
    void aDatabaseOpenToTheWorldIsStoppedInPreview() throws IOException {
        var project = projectWith("plinth:database:\n", "plinth:database:\n    publiclyAccessible: true\n");

        var preview = stock("preview", project);

        assertThat(preview.exitCode()).isNotZero();
        assertThat(preview.everything()).contains("rds-no-public-access", "publiclyAccessible");
    }

    @Test
    @Order(6)
    void aDatabaseWithoutBackupsIsStoppedInUp() throws IOException {
        var project = projectWith("backupDays: \\d+", "backupDays: 0");

        var up = stock("up --yes --skip-preview", project);

        assertThat(up.exitCode()).isNotZero();
        assertThat(up.everything()).contains("rds-backup-retention");
        assertThat(api().get(DRAFTS).body()).contains("orders.count");
    }

    @Test
    @Order(7)
    void theTrafficFlipsToGreenWithItsDataInPlace() throws IOException {
        assertThat(colour()).isEqualTo("blue");

        var flip = shell().run("./plinth up --release '{\"live\": \"green\"}'");

        assertThat(flip.exitCode()).as(flip.everything()).isZero();
        assertThat(status().at("/liveColour").asText()).isEqualTo("green");
        assertThat(colour()).isEqualTo("green");
        assertThat(api().get(DRAFTS).body()).contains("orders.count");
    }

    @Test
    @Order(8)
    void afterTheFlipAPreviewIsEmpty() throws IOException {
        var preview = shell().run("./plinth preview --json");

        assertThat(preview.exitCode()).as(preview.everything()).isZero();
        assertThat(changes(preview.output())).isZero();
    }

    @Test
    @Order(9)
    void anUpThatWasKilledIsTakenUpByTheNext() throws Exception {
        var killed = shell().start("exec ./plinth up --release '{\"live\": \"blue\"}'");
        waitForTheEngine(killed);
        Shell.killAll(killed);

        var up = shell().run("./plinth up --release '{\"live\": \"blue\"}'");

        assertThat(up.exitCode()).as(up.everything()).isZero();
        assertThat(colour()).isEqualTo("blue");
    }

    @Test
    @Order(10)
    void downLeavesNothingBehind() throws IOException {
        var processes = new ArrayList<ProcessHandle>();
        status().at("/processes")
                .forEach(
                        process -> ProcessHandle.of(process.at("/pid").asLong()).ifPresent(processes::add));
        assertThat(processes).hasSizeGreaterThanOrEqualTo(6);

        var down = shell().run("./plinth down");

        assertThat(down.exitCode()).as(down.everything()).isZero();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(commandsThatMention(state)).isEmpty();
        assertThat(state.resolve("local/sandbox")).doesNotExist();
    }

    private static String administrator(String token) {
        return """
                {"token": "%s", "email": "ada@example.com", "display_name": "Ada", "password": "walks from up to down"}""".formatted(token);
    }

    private static List<String> commandsThatMention(Path folder) {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(folder.toString()))
                .toList();
    }

    /** The engine is at work when its lock on the stack is there. */
    private void waitForTheEngine(Process up) throws IOException, InterruptedException {
        var locks = state.resolve("local/backend/.pulumi/locks");
        var deadline = Instant.now().plus(Duration.ofMinutes(2));
        while (Instant.now().isBefore(deadline) && up.isAlive()) {
            if (Files.isDirectory(locks)) {
                try (var files = Files.walk(locks)) {
                    if (files.anyMatch(Files::isRegularFile)) {
                        return;
                    }
                }
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("the engine never took its lock");
    }

    /** A Pulumi project beside the checkout that differs in its configuration only. */
    private Path projectWith(String pattern, String replacement) throws IOException {
        var project = Files.createDirectories(state.resolve("changed-project"));
        var stack = Files.readString(House.ROOT.resolve("Pulumi.local.yaml"));
        var changed = stack.replaceFirst(pattern, replacement);
        assertThat(changed).isNotEqualTo(stack);
        Files.writeString(project.resolve("Pulumi.local.yaml"), changed);
        Files.writeString(
                project.resolve("Pulumi.yaml"),
                Files.readString(House.ROOT.resolve("Pulumi.yaml"))
                        .replaceFirst("(?m)^main: .*$", "main: " + House.ROOT.resolve("infra")));
        return project;
    }

    private Shell.Result stock(String command, Path project) {
        return shell().run(
                        "eval \"$(./plinth sandbox env)\" && packs=$PWD/policies && cd '%s' && pulumi %s --stack local"
                                        .formatted(project, command)
                                + " --non-interactive " + PACKS);
    }

    private static int changes(String json) throws IOException {
        var changes = JSON.readTree(json).at("/changes");
        assertThat(changes.isObject()).as(json).isTrue();
        var count = 0;
        for (var change : changes.properties()) {
            count += change.getKey().equals("same") ? 0 : change.getValue().asInt();
        }
        return count;
    }

    private String colour() throws IOException {
        return api().get("/api/v1/version")
                .headers()
                .firstValue("X-Plinth-Colour")
                .orElse("none");
    }

    private Api api() throws IOException {
        var status = status();
        return new Api(
                status.at("/apiUrl").asText(), Path.of(status.at("/caFile").asText()), token);
    }

    private JsonNode status() throws IOException {
        var status = shell().run("./plinth status --json");
        assertThat(status.exitCode()).as(status.everything()).isZero();
        return JSON.readTree(status.output());
    }

    private Shell shell() {
        return new Shell(state);
    }
}
