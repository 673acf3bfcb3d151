package dev.plinth.sandbox.pod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImagePathsTest {
    @TempDir
    private Path root;

    @BeforeEach
    void makeAnImage() throws IOException {
        Files.createDirectories(root.resolve("opt/mdl/libs"));
        Files.writeString(root.resolve("opt/mdl/app.jar"), "");
    }

    @Test
    void pathsOfTheImageBecomePathsOfThisMachine() {
        assertThat(mapped("/opt/mdl/app.jar")).isEqualTo(root + "/opt/mdl/app.jar");
        assertThat(mapped("/opt/mdl/libs/*:/opt/mdl/app.jar"))
                .isEqualTo(root + "/opt/mdl/libs/*:" + root + "/opt/mdl/app.jar");
        assertThat(mapped("-javaagent:/opt/mdl/app.jar=a")).isEqualTo("-javaagent:" + root + "/opt/mdl/app.jar=a");
    }

    @Test
    void everythingElseStaysAsItIs() {
        assertThat(mapped("app.jar")).isEqualTo("app.jar");
        assertThat(mapped("/")).isEqualTo("/");
        assertThat(mapped("/tmp/dump")).isEqualTo("/tmp/dump");
        assertThat(mapped("http://opt/mdl")).isEqualTo("http://opt/mdl");
        assertThat(mapped("lib/opt/mdl")).isEqualTo("lib/opt/mdl");
    }

    private String mapped(String word) {
        return new ImagePaths(root).mapped(word);
    }
}
