package dev.plinth.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plinth sandbox env} prints, evaluated by a real shell. */
final class ShellEnvironmentIT {
    @TempDir
    private Path folder;

    @Test
    void theSaltThatTheCliWritesDoesNotStayInTheCheckout() throws Exception {
        var file = Files.writeString(folder.resolve("Pulumi.local.yaml"), "config:\n  a: b\n");

        assertThat(evaluate("pulumi preview")).isEqualTo("ran preview in local, code 7\n");
        assertThat(file).content().isEqualTo("config:\n  a: b\n");
    }

    @Test
    void aSaltThatWasThereStays() throws Exception {
        var file = Files.writeString(folder.resolve("Pulumi.local.yaml"), "encryptionsalt: theirs\n");

        evaluate("pulumi preview");

        assertThat(file).content().startsWith("encryptionsalt: theirs\n");
    }

    private String evaluate(String line) throws IOException, InterruptedException {
        var desk = new Desk(folder.resolve("desk"));
        assertThat(desk.run("sandbox", "env")).isZero();
        // A CLI that does what the real one does to the file.
        var cli = Files.createDirectories(folder.resolve("bin")).resolve("pulumi");
        Files.writeString(cli, """
                #!/bin/sh
                echo "encryptionsalt: v1:x" >> Pulumi.local.yaml
                printf "ran $1 in $PULUMI_STACK"
                exit 7
                """);
        assertThat(cli.toFile().setExecutable(true)).isTrue();
        var script = Files.writeString(folder.resolve("env.sh"), desk.out());
        var process = new ProcessBuilder(
                        "bash",
                        "-euc",
                        ". %s; PATH=%s:$PATH; %s || echo \", code $?\"".formatted(script, cli.getParent(), line))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
