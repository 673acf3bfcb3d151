package dev.plinth.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plinth.ops.Failure;
import dev.plinth.ops.console.Console;
import dev.plinth.ops.console.Screen;
import dev.plinth.ops.house.House;
import dev.plinth.ops.sandbox.FakeSandbox;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();

    @Test
    void everythingThatIsThereIsNamedWithVersionAndPlace() throws IOException {
        install("pulumi", "v3.259.0");
        install("pulumi-language-java", "");
        install("mvn", "");

        doctor().run(false);

        assertThat(out.toString())
                .contains("ok       JDK                " + Runtime.version())
                .contains("ok       Pulumi CLI         v3.259.0, %s/bin/pulumi, on PATH".formatted(folder))
                .contains("ok       Java language host %s/bin/pulumi-language-java".formatted(folder))
                .doesNotContain("missing");
    }

    @Test
    void whatIsMissingComesWithTheWayToGetIt() {
        assertThatThrownBy(() -> doctor().run(false)).isInstanceOf(Failure.class);
        assertThat(out.toString())
                .contains("missing  Maven              mvn is not on PATH")
                .contains("https://maven.apache.org/install.html")
                .contains("missing  Pulumi CLI         pulumi is not on PATH");
    }

    @Test
    void aCliThatIsTooOldIsNotGoodEnough() throws IOException {
        install("pulumi", "v3.258.9");

        assertThatThrownBy(() -> doctor().run(false)).isInstanceOf(Failure.class);
        assertThat(out.toString()).contains("v3.258.9", "older than 3.259.0");
    }

    @Test
    void jsonHasAStateForEachCheck() throws IOException {
        install("pulumi", "v3.259.0");

        assertThatThrownBy(() -> doctor().run(true)).isInstanceOf(Failure.class);
        var checks = new ObjectMapper().readTree(out.toString()).at("/checks");
        assertThat(checks)
                .extracting(check ->
                        check.at("/name").asText() + " " + check.at("/state").asText())
                .contains("JDK ok", "Maven missing", "Pulumi CLI ok", "Java language host missing");
    }

    private void install(String program, String answer) throws IOException {
        var file = Files.createDirectories(folder.resolve("bin")).resolve(program);
        Files.writeString(file, "#!/bin/sh\necho " + answer + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private Doctor doctor() {
        var screen = Screen.plain(new PrintWriter(out, true));
        return new Doctor(
                new House(folder, folder.resolve("state"), folder.resolve("cache"), "b1"),
                new Machine(Map.of("PATH", folder.resolve("bin").toString())),
                new FakeSandbox(folder).forAll(),
                new Console(screen, screen, new StringReader(""), false));
    }
}
