package dev.plinth.checks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A table that somebody dropped comes back in a copy, and drills prove that it would; each step builds on those before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class RecoveryIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path state;

    /** The second that the first row is of and the second row is not. */
    private Instant between = Instant.EPOCH;

    private JsonNode copy = JSON.createObjectNode();

    @BeforeAll
    void bringItUp() {
        var up = shell().run("./plinth up");
        assertThat(up.exitCode()).as(up.everything()).isZero();
    }

    @AfterAll
    void leaveNothingRunning() {
        shell().run("./plinth down");
    }

    @Test
    @Order(1)
    void aTableIsFilledAndDropped() throws Exception {
        try (var database = owner().enter()) {
            execute(database, "CREATE TABLE parcel (id int PRIMARY KEY)");
            execute(database, "INSERT INTO parcel VALUES (1)");
            between = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            Thread.sleep(1_100);
            execute(database, "INSERT INTO parcel VALUES (2)");
            execute(database, "DROP TABLE parcel");
        }
    }

    @Test
    @Order(2)
    void aCopyOfTheSecondBeforeHasTheTableAsItWasThen() throws Exception {
        var restore = shell().run("./plinth restore --json --to " + between);
        assertThat(restore.exitCode()).as(restore.everything()).isZero();
        copy = JSON.readTree(restore.output());
        var password =
                shell().run("./plinth restore --password " + copy.at("/stack").asText());

        var endpoint =
                "%s:%d".formatted(copy.at("/host").asText(), copy.at("/port").asInt());
        try (var database = owner().enter(endpoint, password.output().strip())) {
            assertThat(parcels(database)).isEqualTo("1 up to 1");
        }
    }

    @Test
    @Order(3)
    void theCopyGoesAwayAndTheEnvironmentStays() throws IOException {
        var remove =
                shell().run("./plinth restore --remove " + copy.at("/stack").asText());

        assertThat(remove.exitCode()).as(remove.everything()).isZero();
        assertThat(machines()).contains("database-primary").doesNotContain("database-copy");
    }

    @Test
    @Order(4)
    void aDrillProvesARestoreAndLeavesItsEvidence() throws IOException {
        var drill = shell().run("./plinth drill --json");

        assertThat(drill.exitCode()).as(drill.everything()).isZero();
        var report = JSON.readTree(drill.output());
        assertThat(report.at("/passed").asBoolean()).isTrue();
        assertThat(report.at("/measured/rtoSeconds").asDouble()).isBetween(0.1, 170.0);
        assertThat(report.at("/assertions").findValuesAsText("outcome"))
                .contains("passed")
                .doesNotContain("failed");
        var id = report.at("/id").asText();
        assertThat(state.resolve("local/drills/%s.md".formatted(id))).content().contains(id + ": passed");
        assertThat(filesOfTheSandbox()).contains(id + ".json", id + ".md");
        assertThat(machines()).doesNotContain("database-copy");
    }

    @Test
    @Order(5)
    void aDrillThatMissesItsTargetFailsAndLeavesNoCopyEither() throws IOException {
        var drill = shell().run("./plinth drill --json --rto PT0.1S");

        assertThat(drill.exitCode()).as(drill.everything()).isEqualTo(1);
        assertThat(JSON.readTree(drill.output()).at("/passed").asBoolean()).isFalse();
        assertThat(machines()).doesNotContain("database-copy");
    }

    private List<String> machines() throws IOException {
        var status = shell().run("./plinth status --json");
        return JSON.readTree(status.output()).at("/processes").findValuesAsText("name");
    }

    private static List<String> filesOfTheSandbox() throws IOException {
        try (var files = Files.walk(state.resolve("local/sandbox"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static void execute(Connection database, String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String parcels(Connection database) throws SQLException {
        try (var statement = database.createStatement();
                var found = statement.executeQuery("SELECT count(*) || ' up to ' || max(id) FROM parcel")) {
            found.next();
            return found.getString(1);
        }
    }

    private Owner owner() throws IOException {
        var operations = shell().run("./plinth output operations");
        return new Owner(state.resolve("local/sandbox"), JSON.readTree(operations.output()));
    }

    private Shell shell() {
        return new Shell(state);
    }
}
