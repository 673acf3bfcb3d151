package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.engine.Events;
import dev.plinth.ops.engine.FakeCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RestoreTest {
    private static final String COPY = "local-restore-20261121110000";

    @TempDir
    private Path folder;

    @Test
    void aCopyIsDestroyedInTheSandboxOfItsSourceAndForgotten() throws IOException {
        var desk = deskWithACopy();
        desk.cli
                .withStack(COPY)
                .telling("destroy", Events.summary("\"delete\":3"))
                .answering("stack rm", FakeCli.ok(""));

        assertThat(desk.run("restore", "--remove", COPY)).as(desk.err()).isZero();
        assertThat(desk.cli.commands()).containsSubsequence("destroy", "stack rm");
        assertThat(desk.cli.call("destroy").environment()).containsKey("PULUMI_DEBUG_PROVIDERS");
        assertThat(desk.out()).endsWith(COPY + " is gone\n");
        assertThat(copy(desk).resolve("backend")).doesNotExist();
    }

    @Test
    void aCopyWhoseSandboxIsGoneIsOnlyForgotten() throws IOException {
        var desk = deskWithACopy();
        desk.run("down");

        assertThat(desk.run("restore", "--remove", COPY)).as(desk.err()).isZero();
        assertThat(desk.cli.commands()).doesNotContain("stack rm");
        assertThat(copy(desk).resolve("project")).doesNotExist();
    }

    @Test
    void aDryRunOfRemovingRemovesNothing() throws IOException {
        var desk = deskWithACopy();

        assertThat(desk.run("restore", "--remove", COPY, "--dry-run")).isZero();
        assertThat(desk.err()).contains("deletes the copy " + COPY);
        assertThat(copy(desk).resolve("project")).exists();
    }

    @Test
    void aCopyThatNobodyMadeIsNotFound() throws IOException {
        var desk = deskWithACopy();

        assertThat(desk.run("restore", "--remove", "local-restore-1")).isEqualTo(ExitCode.USAGE.number());
        assertThat(desk.err()).contains("there is no copy \"local-restore-1\"", "known are: " + COPY);
    }

    @Test
    void restoreWantsToKnowWhat() {
        assertThat(new Desk(folder).run("restore")).isEqualTo(ExitCode.USAGE.number());
    }

    @Test
    void nothingIsRestoredOfAStackThatIsNotUp() {
        var desk = new Desk(folder);

        assertThat(desk.run("restore", "--to", "latest")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("local is not up");
    }

    @Test
    void aDrillOfAStackThatIsNotUpSaysSo() {
        var desk = new Desk(folder);

        assertThat(desk.run("drill")).isEqualTo(ExitCode.FAILED.number());
        assertThat(desk.err()).contains("local is not up");
    }

    private Desk deskWithACopy() throws IOException {
        var desk = new Desk(folder);
        desk.cli.telling("up", Events.summary("\"create\":1"));
        desk.run("up");
        for (var part : new String[] {"backend", "project", "logs"}) {
            Files.createDirectories(copy(desk).resolve(part));
        }
        Files.writeString(copy(desk).resolve("project/Pulumi.yaml"), "name: plinth\nruntime: java\n");
        return desk;
    }

    private static Path copy(Desk desk) {
        return desk.house().state().resolve(COPY);
    }
}
