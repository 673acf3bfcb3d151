package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PreparedTest {
    private static final Prepared PREPARED = new Prepared("a master key", "a password", 266);

    @TempDir
    private Path folder;

    @Test
    void isReadAsItWasWritten() throws IOException {
        PREPARED.writeTo(folder);

        assertThat(Prepared.readFrom(folder)).isEqualTo(PREPARED);
    }

    @Test
    void isForItsOwnerOnly() throws IOException {
        PREPARED.writeTo(folder);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("prepared.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void doesNotPrintItsSecrets() {
        assertThat(PREPARED).asString().contains("266").doesNotContain("a master key", "a password");
    }
}
