package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.checks.faults.Candidate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Releases of the environment `local` by the command itself, each on what the one before left. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ReleaseIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path state;

    private Candidate candidate;

    @BeforeAll
    void bringItUp() throws IOException {
        var up = new Shell(state).run("./plinth up");
        assertThat(up.exitCode()).as(up.everything()).isZero();
        candidate = Candidate.copy(state.resolve("candidate"), new Shell(state));
    }

    @AfterAll
    void leaveNothingBehind() {
        new Shell(state).run("./plinth down");
    }

    @Test
    @Order(1)
    void aNewVersionGoesLiveWithoutAFailedRequest() throws Exception {
        candidate.beGood("1");
        JsonNode release;
        List<String> failures;
        try (var visitor = new Visitor(api())) {
            release = succeed("start -m first --bake 5s");
            failures = visitor.failures();
        }

        assertThat(release.at("/outcome").asText()).isEqualTo("succeeded");
        assertThat(release.at("/from/image")).isNotEqualTo(release.at("/to/image"));
        assertThat(release.at("/steps")).hasSize(9).allMatch(step -> !step.has("failure"));
        assertThat(failures).isEmpty();
        assertThat(colour()).isEqualTo("green");
    }

    @Test
    @Order(2)
    void aRollbackLeadsBackToTheVersionBefore() throws Exception {
        var release = succeed("rollback");

        assertThat(release.at("/outcome").asText()).isEqualTo("rolled-back");
        assertThat(colour()).isEqualTo("blue");
        assertThatAPreviewIsEmpty();
    }

    @Test
    @Order(3)
    void aSecondReleaseIsRefusedAndTheFirstCanBeStoppedFromAnotherTerminal() throws Exception {
        var first = shell().start("exec ./plinth release start -m second --bake 5m");
        awaitStep("shift-10");

        var second = shell().run("./plinth release start -m third");
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.errors()).contains("is not over: second", "plinth release status");

        var abort = shell().run("./plinth release abort");
        assertThat(abort.exitCode()).as(abort.everything()).isZero();
        assertThat(first.waitFor()).isZero();
        assertThat(status().at("/release/outcome").asText()).isEqualTo("aborted");
        assertThat(status().at("/weights/blue").asInt()).isEqualTo(100);
        assertThatAPreviewIsEmpty();
    }

    @Test
    @Order(4)
    void aMigrationThatTheLiveVersionCannotLiveWithIsRefusedWhateverItLooksLike() throws IOException {
        var migration = "V900__nobody.sql";
        candidate.migrate(
                migration, "alter table app_user add constraint nobody check (email_index = 'nobody') not valid;");
        candidate.beGood("2");
        Shell.Result refused;
        List<String> failures;
        try (var visitor = new Visitor(api())) {
            refused = shell().run("./plinth release start -m nobody");
            failures = visitor.failures();
        }

        candidate.forget(migration);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("the live version cannot live with the new schema");
        assertThat(failures).isEmpty();
        assertThat(status().at("/release/outcome").asText()).isEqualTo("failed");
        assertThat(status().at("/weights/blue").asInt()).isEqualTo(100);
    }

    @Test
    @Order(5)
    void aLockKeepsReleasesOut() throws IOException {
        assertThat(shell().run("./plinth release lock -m 'trade fair'").exitCode())
                .isZero();

        var refused = shell().run("./plinth release start");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.errors()).contains("holds the lock", "trade fair");

        assertThat(shell().run("./plinth release unlock").exitCode()).isZero();
        assertThat(shell().run("./plinth release history").output()).contains("aborted", "rolled-back", "first");
    }

    private JsonNode succeed(String command) throws IOException {
        var result = shell().run("./plinth release %s --json".formatted(command));
        assertThat(result.exitCode()).as(result.everything()).isZero();
        return JSON.readTree(result.output());
    }

    private void awaitStep(String step) throws IOException, InterruptedException {
        var deadline = Instant.now().plus(Duration.ofMinutes(6));
        while (Instant.now().isBefore(deadline)) {
            var status = status();
            var steps = status.at("/release/steps");
            if (!steps.isEmpty()
                    && status.at("/release/outcome").asText().equals("running")
                    && steps.get(steps.size() - 1).at("/step").asText().equals(step)
                    && status.at("/weights/green").asInt() == 10
                    && status.at("/weights/blue").asInt() == 90) {
                return;
            }
            Thread.sleep(2_000);
        }
        throw new IllegalStateException("the release never came to " + step + ": " + status());
    }

    private void assertThatAPreviewIsEmpty() throws IOException {
        var preview = shell().run("./plinth preview --json");
        assertThat(preview.exitCode()).as(preview.everything()).isZero();
        var changes = JSON.readTree(preview.output()).at("/changes");
        assertThat(changes.propertyStream()
                        .filter(change -> !change.getKey().equals("same"))
                        .mapToInt(change -> change.getValue().asInt()))
                .as(preview.output())
                .allMatch(count -> count == 0);
    }

    private String colour() throws IOException {
        return api().get("/api/v1/version")
                .headers()
                .firstValue("X-Plinth-Colour")
                .orElse("none");
    }

    private JsonNode status() throws IOException {
        return succeed("status");
    }

    private Api api() throws IOException {
        var status = JSON.readTree(shell().run("./plinth status --json").output());
        return new Api(
                status.at("/apiUrl").asText(), Path.of(status.at("/caFile").asText()), "");
    }

    private Shell shell() {
        return new Shell(state, candidate.folder());
    }
}
