package dev.plinth.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SandboxTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFolderHasOneDaemonOnly() throws IOException {
        try (var first = SingleInstance.of(folder)) {
            var errors = new StringWriter();

            int code = Sandbox.commandLine()
                    .setErr(new PrintWriter(errors))
                    .execute("serve", "--state", folder.toString());

            assertThat(first.isOurs()).isTrue();
            assertThat(code).isEqualTo(ExitCode.ALREADY_RUNNING);
            assertThat(errors.toString()).contains("another sandbox serves").contains(folder.toString());
        }
    }

    @Test
    void aFolderIsFreeAgainWhenItsDaemonIsGone() throws IOException {
        SingleInstance.of(folder).close();

        try (var next = SingleInstance.of(folder)) {
            assertThat(next.isOurs()).isTrue();
        }
    }

    @Test
    void theStateFolderMustBeGiven() {
        var errors = new StringWriter();

        int code = Sandbox.commandLine().setErr(new PrintWriter(errors)).execute("serve");

        assertThat(code).isEqualTo(2);
        assertThat(errors.toString()).contains("--state");
    }
}
