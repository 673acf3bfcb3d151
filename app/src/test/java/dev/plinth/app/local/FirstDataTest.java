package dev.plinth.app.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstDataTest {
    @TempDir
    private Path folder;

    private final AtomicInteger preparations = new AtomicInteger();
    private Path place = Path.of("");
    private Path copy = Path.of("");

    @BeforeEach
    void makeFolders() throws IOException {
        place = folder.resolve("place");
        copy = Files.createDirectory(folder.resolve("copy"));
    }

    @Test
    void theFirstRunPreparesAndTheSecondOnlyCopies() throws Exception {
        new FirstData(place, "key").copyTo(copy, this::prepare);
        Path second = Files.createDirectory(folder.resolve("second"));
        new FirstData(place, "key").copyTo(second, this::prepare);

        assertThat(preparations).hasValue(1);
        assertThat(copy.resolve("data/name")).hasContent("preparation 1");
        assertThat(second.resolve("data/name")).hasContent("preparation 1");
    }

    @Test
    void nobodyElseOfTheMachineReadsWhatIsKept() throws Exception {
        new FirstData(place, "key").copyTo(copy, this::prepare);

        assertThat(permissions(place)).isEqualTo("rwx------");
        assertThat(permissions(copy.resolve("data"))).isEqualTo("rwx------");
    }

    @Test
    void onlyTheLatestBuildKeepsItsDataAndNothingHalfIsLeft() throws Exception {
        new FirstData(place, "of-an-earlier-build").copyTo(copy, this::prepare);
        Files.createDirectory(place.resolve("plinth-app-that-lost-its-power"));
        new FirstData(place, "key").copyTo(copy, this::prepare);

        assertThat(preparations).hasValue(2);
        assertThat(place.toFile().list()).containsExactlyInAnyOrder("lock", "key");
    }

    @Test
    void aPreparationThatFailsLeavesNothing() throws Exception {
        var first = new FirstData(place, "key");

        assertThatThrownBy(() -> first.copyTo(copy, scratch -> {
                    prepare(scratch);
                    throw new IOException("The app refused an example");
                }))
                .hasMessage("The app refused an example");

        assertThat(place.toFile().list()).containsExactly("lock");
    }

    @Test
    void whatCannotBeCopiedIsPreparedAnew() throws Exception {
        var first = new FirstData(place, "key");
        Files.createDirectories(place);
        // `cp` refuses it: it is no folder.
        Files.writeString(place.resolve("key"), "not a folder");
        first.copyTo(copy, this::prepare);

        assertThat(preparations).hasValue(1);
        assertThat(copy.resolve("data/name")).hasContent("preparation 1");
    }

    @Test
    void whatIsForgottenIsPreparedAnew() throws Exception {
        var first = new FirstData(place, "key");
        first.copyTo(copy, this::prepare);
        first.forget();
        first.copyTo(copy, this::prepare);

        assertThat(preparations).hasValue(2);
        assertThat(copy.resolve("data/name")).hasContent("preparation 2");
    }

    private Path prepare(Scratch scratch) throws IOException {
        Path kept = Files.createDirectory(scratch.folder().resolve("kept"));
        Path data = Files.createDirectory(
                kept.resolve("data"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(data.resolve("name"), "preparation " + preparations.incrementAndGet());
        return kept;
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
