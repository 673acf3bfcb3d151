package dev.plinth.ops.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import dev.plinth.ops.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectTest {
    @TempDir
    private Path folder;

    private House house = new House(Path.of(""), Path.of(""), Path.of(""), "");

    @BeforeEach
    void checkOut() throws IOException {
        house = new House(folder.resolve("home"), folder.resolve("state"), folder.resolve("cache"), "b1");
        Files.createDirectories(house.home());
        write("Pulumi.yaml", "name: plinth\nruntime: java\nmain: infra\n");
        write("Pulumi.local.yaml", "config:\n  plinth:zones: [a, b]\n  plinth:account: \"000000000000\"\n");
    }

    @Test
    void theProgramIsNamedByItsFullPath() {
        project().write(Optional.empty());

        assertThat(own("Pulumi.yaml"))
                .content()
                .contains("main: \"" + house.home().resolve("infra") + "\"");
    }

    @Test
    void theProgramIsRunFromItsJarWithoutMaven() {
        project().write(Optional.empty());

        assertThat(own("Pulumi.yaml")).content().endsWith("""
                runtime:
                  name: "java"
                  options:
                    binary: "%s"
                main: "%s"
                """.formatted(
                        house.program(), house.home().resolve("infra")));
    }

    @Test
    void theConfigurationIsTheCheckouts() {
        project().write(Optional.empty());

        assertThat(own("Pulumi.local.yaml")).content().isEqualTo("""
                config:
                  plinth:zones:
                  - "a"
                  - "b"
                  plinth:account: "000000000000"
                """);
    }

    @Test
    void theSaltOfTheStackIsKeptAndTheCheckoutsIsNotTaken() throws IOException {
        write("Pulumi.local.yaml", "secretsprovider: awskms://x\nencryptedkey: k\nencryptionsalt: theirs\n");
        project().write(Optional.empty());
        Files.writeString(own("Pulumi.local.yaml"), "encryptionsalt: ours\n");

        project().write(Optional.empty());

        assertThat(own("Pulumi.local.yaml")).hasContent("encryptionsalt: \"ours\"");
    }

    @Test
    void theRequestJoinsTheConfiguration() {
        project().write(Optional.of(ReleaseRequest.parse("{\"weights\":{\"blue\":90,\"green\":10}}")));

        assertThat(own("Pulumi.local.yaml")).content().endsWith("""
                  plinth:release:
                    weights:
                      blue: 90
                      green: 10
                """);
    }

    @Test
    void aStackWithoutAnyConfigurationTakesARequestToo() throws IOException {
        write("Pulumi.local.yaml", "");

        project().write(Optional.of(ReleaseRequest.parse("{\"live\":\"green\"}")));

        assertThat(own("Pulumi.local.yaml")).content().contains("live: \"green\"");
    }

    @Test
    void brokenYamlIsNamedByFileAndLine() throws IOException {
        write("Pulumi.local.yaml", "config:\n  a: [1\n");

        assertThatThrownBy(() -> project().write(Optional.empty()))
                .isInstanceOf(Failure.class)
                .hasMessage("Pulumi.local.yaml:2: expected YAML");
    }

    @Test
    void aFileThatIsNoMapIsNamed() throws IOException {
        write("Pulumi.local.yaml", "- a\n");

        assertThatThrownBy(() -> project().write(Optional.empty()))
                .hasMessage("Pulumi.local.yaml: expected keys and values, found: ARRAY");
    }

    private Project project() {
        return new Project(house, house.stack("local"));
    }

    private Path own(String file) {
        return house.stack("local").project().resolve(file);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(house.home().resolve(file), text);
    }
}
