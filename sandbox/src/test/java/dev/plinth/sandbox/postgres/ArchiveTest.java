package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ArchiveTest {
    private static final String FIRST = "000000010000000000000002";
    private static final String SECOND = "000000010000000000000003";
    private static final String THIRD = "000000020000000000000004";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsOlderGoesOfWhicheverTimelineAndTheHistoryStays() throws IOException {
        for (String name : new String[] {FIRST, FIRST + ".00000028.backup", SECOND, THIRD, "00000002.history"}) {
            Files.writeString(folder.resolve(name), name);
        }

        new Archive(folder).forgetBefore(SECOND);

        assertThat(folder)
                .isDirectoryNotContaining(file -> file.getFileName().toString().startsWith(FIRST))
                .isDirectoryContaining(file -> file.endsWith("00000002.history"));
        assertThat(new Archive(folder).after("")).containsExactly(SECOND, THIRD);
        assertThat(new Archive(folder).after(SECOND)).containsExactly(THIRD);
    }

    @Test
    void aThinnedSegmentReadsAsBefore() throws IOException {
        var content = new byte[1 << 20];
        Arrays.fill(content, 10, 100_000, (byte) 7);
        content[700_000] = 1;
        Files.write(folder.resolve(FIRST), content);

        new Archive(folder).thin(FIRST);

        assertThat(folder.resolve(FIRST)).hasBinaryContent(content);
    }

    @Test
    void aSegmentThatCannotBeThinnedStaysAsItIsAndTakesNoMoreRoom() throws IOException {
        Files.writeString(folder.resolve(FIRST), "content");
        Files.createDirectory(folder.resolve("." + FIRST + ".thin"));

        assertThatThrownBy(() -> new Archive(folder).thin(FIRST)).isInstanceOf(IOException.class);

        assertThat(folder.resolve(FIRST)).hasContent("content");
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void halfCopiesGoOnceNobodyCanBeAtThemAnyMore() throws IOException {
        var torn = Files.writeString(folder.resolve("archtemp." + FIRST + ".77.1"), "half");
        var whole = Files.writeString(folder.resolve(FIRST), "content");
        var written = Files.getLastModifiedTime(torn).toInstant();

        new Archive(folder).forgetTorn(written);
        assertThat(torn).exists();
        new Archive(folder).forgetTorn(written.plusMillis(1));

        assertThat(torn).doesNotExist();
        assertThat(whole).exists();
    }
}
