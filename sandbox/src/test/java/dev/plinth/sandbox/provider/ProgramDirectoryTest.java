package dev.plinth.sandbox.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProgramDirectoryTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource({"main: infra, infra", "'main: \"infra/app\"', infra/app", "runtime: java, ''", "'main: . # here', ''"})
    void isTheProjectsFolderOrItsMain(String entry, String expected) throws IOException {
        Files.writeString(folder.resolve("Pulumi.yaml"), "name: plinth\n" + entry + "\n");
        var below = Files.createDirectories(folder.resolve("docs/guides"));

        assertThat(ProgramDirectory.program(below))
                .contains(folder.resolve(expected).normalize());
    }

    @Test
    void aFolderOutsideOfAnyProjectHasNone() {
        assertThat(ProgramDirectory.program(folder)).isEmpty();
    }

    @Test
    void theProcessAtTheOtherEndIsFoundByItsPort() throws IOException {
        // The process at both ends is this one; whether it runs in a project does not matter, only that nothing fails.
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var client = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            assertThat(ProgramDirectory.ofPeer(client.getLocalPort()))
                    .isEqualTo(ProgramDirectory.program(Path.of("").toAbsolutePath()));
        }
    }
}
