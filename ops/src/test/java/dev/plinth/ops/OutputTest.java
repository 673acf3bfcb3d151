package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutputTest {
    @TempDir
    private Path folder;

    @Test
    void printsTheValueOfASecretAndNothingElse() {
        var desk = deskThatIsUp();
        var before = desk.out().length();

        assertThat(desk.run("output", "bootstrapToken")).isZero();
        assertThat(desk.out().substring(before)).isEqualTo("drawn-token\n");
    }

    @Test
    void namesTheOutputsThatThereAreWhenOneIsUnknown() {
        var desk = deskThatIsUp();

        assertThat(desk.run("output", "token")).isEqualTo(1);
        assertThat(desk.err()).contains("local has no output 'token'", "known are: apiUrl, bootstrapToken");
    }

    @Test
    void saysWhenTheEnvironmentIsNotUp() {
        var desk = new Desk(folder);

        assertThat(desk.run("output", "bootstrapToken")).isEqualTo(1);
        assertThat(desk.err()).contains("local is not up", "plinth up local");
    }

    private Desk deskThatIsUp() {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary("\"create\":1"));
        desk.cli.answering(
                "stack output", FakeCli.ok("{\"apiUrl\":\"https://localhost\",\"bootstrapToken\":\"[secret]\"}"));
        desk.cli.answering("stack output bootstrapToken", FakeCli.ok("drawn-token\n"));
        desk.run("up");
        return desk;
    }
}
