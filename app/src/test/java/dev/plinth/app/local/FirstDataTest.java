package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstDataTest {
    @TempDir
    private Path folder;

    @Test
    void thereIsNothingToCopyBeforeSomethingIsKept() throws IOException {
        assertThat(new FirstData(folder.resolve("kept")).copyTo(folder.resolve("data")))
                .isFalse();
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void whatIsKeptIsCopiedWithItsPermissions() throws IOException {
        var first = new FirstData(folder.resolve("kept"));
        Path made = Files.createDirectory(folder.resolve("made"));
        Files.writeString(made.resolve("PG_VERSION"), "18");
        Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));

        first.keep(made.toFile());

        assertThat(first.copyTo(folder.resolve("data"))).isTrue();
        assertThat(folder.resolve("data/PG_VERSION")).hasContent("18");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data"))))
                .isEqualTo("rwx------");
    }

    @Test
    void theFirstOfTwoThatKeepIsKept() throws IOException {
        var first = new FirstData(folder.resolve("kept"));
        first.keep(made("one"));
        first.keep(made("another"));

        assertThat(folder.resolve("kept/name")).hasContent("one");
    }

    private File made(String name) throws IOException {
        Path made = Files.createDirectory(folder.resolve(name));
        Files.writeString(made.resolve("name"), name);
        return made.toFile();
    }
}
