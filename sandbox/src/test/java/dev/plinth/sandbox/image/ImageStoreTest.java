package dev.plinth.sandbox.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.disk.Disk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageStoreTest {
    private static final String HEAD = "FROM eclipse-temurin:25\nWORKDIR /opt/mdl\n";
    private static final String TAIL = "ENTRYPOINT [\"java\", \"-jar\", \"app.jar\"]\n";
    private static final String DOCKERFILE = HEAD + "COPY target/libs libs\nCOPY target/app.jar app.jar\n" + TAIL;
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @TempDir
    private Path folder;

    private ImageStore store;

    @BeforeEach
    void buildAnApplication() throws IOException {
        store = new ImageStore(folder.resolve("images"));
        write("target/app.jar", "application");
        write("target/libs/one.jar", "first library");
        write("target/libs/deep/two.jar", "second library");
        write("notes.txt", "not copied");
        write("Dockerfile", DOCKERFILE);
    }

    @Test
    void anImageHoldsExactlyWhatIsCopied() throws IOException {
        Image image = store.build(source());

        assertThat(image.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(image.root().resolve("opt/mdl/app.jar")).hasContent("application");
        assertThat(image.root().resolve("opt/mdl/libs/one.jar")).hasContent("first library");
        assertThat(image.root().resolve("opt/mdl/libs/deep/two.jar")).hasContent("second library");
        try (var files = Files.walk(image.root())) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(3);
        }
        assertThat(store.find(image.digest())).contains(image);
    }

    @Test
    void theDigestOfAPreviewIsThatOfTheBuild() {
        String digest = store.digest(source());

        assertThat(store.find(digest)).isEmpty();
        assertThat(store.build(source()).digest()).isEqualTo(digest);
        assertThat(store.build(source()).digest()).isEqualTo(digest);
    }

    @Test
    void onlyContentCountsForTheDigest() throws IOException {
        String digest = store.digest(source());

        Files.setLastModifiedTime(folder.resolve("target/app.jar"), FileTime.from(LONG_AGO));
        write("notes.txt", "changed");
        write("Dockerfile", "# Another comment.\n" + DOCKERFILE);
        assertThat(store.digest(source())).isEqualTo(digest);

        write("Dockerfile", DOCKERFILE + "ENV A=b\n");
        assertThat(store.digest(source())).isNotEqualTo(digest);
        write("Dockerfile", DOCKERFILE);
        Files.setPosixFilePermissions(folder.resolve("target/app.jar"), PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(store.digest(source())).isNotEqualTo(digest);
    }

    @Test
    void aChangedFileIsSeenThoughHashesAreRemembered() throws IOException {
        Path jar = folder.resolve("target/app.jar");
        Files.setLastModifiedTime(jar, FileTime.from(LONG_AGO));
        String before = store.digest(source());

        write("target/app.jar", "APPLICATION");

        assertThat(store.digest(source())).isNotEqualTo(before);
        write("target/app.jar", "application");
        assertThat(store.digest(source())).isEqualTo(before);
    }

    @Test
    void ignoredFilesAreNotInTheContext() throws IOException {
        write(".dockerignore", "target/libs/deep\n");

        assertThat(store.build(source()).root().resolve("opt/mdl/libs/deep")).doesNotExist();

        write(".dockerignore", "target/libs\n");
        assertThatThrownBy(() -> store.build(source()))
                .hasMessageContaining("Dockerfile:3: COPY target/libs: .dockerignore leaves all of it out");
    }

    @Test
    void aGlobCopiesWhatItMatchesIntoAFolder() throws IOException {
        write("Dockerfile", HEAD + "COPY target/*.jar target/libs/o?e.jar /jars/\nCOPY notes.txt /jars\n" + TAIL);

        Path jars = store.build(source()).root().resolve("jars");
        assertThat(jars.resolve("app.jar")).exists();
        assertThat(jars.resolve("one.jar")).exists();
        assertThat(jars.resolve("notes.txt")).exists();
    }

    @Test
    void severalFilesCannotBecomeOne() throws IOException {
        write("Dockerfile", HEAD + "COPY target/* /jars\n" + TAIL);

        assertThatThrownBy(() -> store.build(source()))
                .hasMessageContaining("matches 2 paths: end the destination with a /");
    }

    @Test
    void aMissingFileSaysToBuildTheApplicationFirst() throws IOException {
        Disk.delete(folder.resolve("target"));

        assertThatThrownBy(() -> store.digest(source()))
                .isInstanceOf(ImageException.class)
                .hasMessage("%s:3: COPY target/libs: %s does not exist; build the application first (mvn package),"
                                .formatted(folder.resolve("Dockerfile"), folder.resolve("target/libs"))
                        + " or correct the path");
    }

    @Test
    void nothingOutsideOfTheContextIsCopied() throws IOException {
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("notes.txt"));
        write("Dockerfile", HEAD + "COPY link x\n" + TAIL);
        assertThatThrownBy(() -> store.build(source())).hasMessageContaining("COPY meets the symbolic link link");

        write("Dockerfile", HEAD + "COPY ../../etc/hostname x\n" + TAIL);
        assertThatThrownBy(() -> store.build(source())).hasMessageContaining("does not exist");
    }

    @Test
    void aMissingContextIsNamed() {
        var source = new ImageSource(folder.resolve("nowhere"), folder.resolve("Dockerfile"));

        assertThatThrownBy(() -> store.digest(source)).hasMessageContaining("no build context at " + source.context());
    }

    @Test
    void whatAnInterruptedBuildLeftIsCleared() throws IOException {
        write("images/.partial-abc/root/x", "half");

        var reopened = new ImageStore(folder.resolve("images"));

        assertThat(folder.resolve("images")).isEmptyDirectory();
        assertThat(reopened.find("sha256:abc")).isEmpty();
    }

    @Test
    void onlyRetainedImagesStay() throws IOException {
        Image kept = store.build(source());
        write("target/app.jar", "another");
        Image dropped = store.build(source());

        store.retain(Set.of(kept.digest()));

        assertThat(store.find(kept.digest())).contains(kept);
        assertThat(store.find(dropped.digest())).isEmpty();
        assertThat(dropped.root()).doesNotExist();
    }

    private ImageSource source() {
        return new ImageSource(folder, folder.resolve("Dockerfile"));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }
}
