package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Production as it is, brought up on this machine: no stand-in for any of its settings. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ProductionIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RESOURCES_MIN = 500;

    @TempDir
    private static Path state;

    @AfterAll
    void leaveNothingRunning() {
        shell().run("./plinth down production --sandbox --yes");
    }

    @Test
    @Order(1)
    void itComesUpWithEveryResourceAndBothPacksContent() throws IOException {
        var up = shell().run("./plinth up production --sandbox --json");

        assertThat(up.exitCode()).as(up.everything()).isZero();
        assertThat(JSON.readTree(up.output()).at("/changes/create").asInt()).isGreaterThan(RESOURCES_MIN);
    }

    @Test
    @Order(2)
    void aSecondUpChangesNothing() throws IOException {
        var up = shell().run("./plinth up production --sandbox --json");
        var changes = JSON.readTree(up.output()).at("/changes");

        assertThat(up.exitCode()).as(up.everything()).isZero();
        assertThat(changes.at("/same").asInt()).isGreaterThan(RESOURCES_MIN);
        assertThat(changes).as(changes.toString()).hasSize(1);
    }

    @Test
    @Order(3)
    void itsDomainAnswersThroughTheCdnAsSoonAsOneAsksTheSandboxForIt() throws IOException {
        var ca = state.resolve("production/sandbox/certificates/ca.pem");
        var answer = shell().run("curl -sS --fail --cacert '%s' --connect-to ::%s".formatted(ca, cdn())
                + " https://metrics.example.com/api/v1/version -D -");

        assertThat(answer.exitCode()).as(answer.everything()).isZero();
        assertThat(answer.output()).containsIgnoringCase("strict-transport-security: max-age=63072000");
        assertThat(answer.output()).contains("\"colour\"");
    }

    @Test
    @Order(4)
    void downLeavesNothingThoughItsDataIsProtected() {
        var down = shell().run("./plinth down production --sandbox --yes");

        assertThat(down.exitCode()).as(down.everything()).isZero();
        assertThat(state.resolve("production/sandbox")).doesNotExist();
    }

    /** Another environment of this machine may have the usual port. */
    private String cdn() throws IOException {
        var status = shell().run("./plinth status production --sandbox --json");
        for (var process : JSON.readTree(status.output()).at("/processes")) {
            if (process.at("/kind").asText().equals("distribution")) {
                return process.at("/address").asText();
            }
        }
        throw new AssertionError(status.everything());
    }

    private Shell shell() {
        return new Shell(state);
    }
}
