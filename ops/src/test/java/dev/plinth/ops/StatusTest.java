package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatusTest {
    @TempDir
    private Path folder;

    @Test
    void statusNamesAddressesAndProcesses() {
        var desk = deskThatIsUp();

        assertThat(desk.run("status")).isZero();
        assertThat(desk.out()).endsWith("""
                local is up
                  apiUrl      https://localhost:8443
                  liveColour  green
                  caFile      /ca.pem
                processes
                  database-primary  postgres  127.77.0.3:5432  running  pid 8
                """);
    }

    @Test
    void jsonHasWhatScriptsNeed() throws IOException {
        var desk = deskThatIsUp();
        var before = desk.out().length();

        desk.run("status", "--json");

        var data = new ObjectMapper().readTree(desk.out().substring(before));
        assertThat(data.at("/up").asBoolean()).isTrue();
        assertThat(data.at("/apiUrl").asText()).isEqualTo("https://localhost:8443");
        assertThat(data.at("/liveColour").asText()).isEqualTo("green");
        assertThat(data.at("/caFile").asText()).isEqualTo("/ca.pem");
        assertThat(data.at("/processes/0/name").asText()).isEqualTo("database-primary");
        assertThat(data.at("/processes/0/pid").asLong()).isEqualTo(8);
    }

    @Test
    void aTokenIsNeverShown() {
        var desk = deskThatIsUp();

        desk.run("status", "--json");
        desk.run("doctor");

        assertThat(desk.out() + desk.err()).doesNotContain("secret-token");
    }

    @Test
    void aStackThatIsNotUpIsNoError() {
        var desk = new Desk(folder);

        assertThat(desk.run("status")).isZero();
        assertThat(desk.out()).isEqualTo("local is not up; bring it up with: plinth up local\n");
    }

    private Desk deskThatIsUp() {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary("\"create\":1"));
        desk.cli.answering(
                "stack output", FakeCli.ok("{\"apiUrl\":\"https://localhost:8443\",\"liveColour\":\"green\"}"));
        desk.run("up");
        return desk;
    }
}
