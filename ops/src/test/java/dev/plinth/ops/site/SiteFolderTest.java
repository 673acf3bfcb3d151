package dev.plinth.ops.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SiteFolderTest {
    @TempDir
    private Path folder;

    @Test
    void everyFileIsReadInTheOrderOfThePaths() throws IOException {
        write("index.html", "hello");
        write("assets/a.css", "");

        assertThat(SiteFolder.read(folder).files())
                .containsExactly(
                        new SiteFile(
                                "assets/a.css", 0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                        new SiteFile(
                                "index.html", 5, "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }

    @Test
    void aSiteWithoutAFirstPageIsRefused() throws IOException {
        write("about.html", "hello");

        refused("expected a file index.html");
    }

    @Test
    void aNameThatTheCdnTakesForAFolderIsRefused() throws IOException {
        write("index.html", "hello");
        write("docs/LICENSE", "free");

        refused("docs/LICENSE: expected a name with a dot");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        write("index.html", "hello");
        Files.createSymbolicLink(folder.resolve("passwd.txt"), Path.of("/etc/passwd"));

        refused("passwd.txt: expected a file, found a link");
    }

    @Test
    void aFileThatChangesWhileItIsPublishedIsNoticed() throws IOException {
        write("index.html", "hello");
        var site = SiteFolder.read(folder);
        write("index.html", "hallo");

        assertThatThrownBy(() -> site.content(site.files().getFirst()))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("index.html changed while it was published");
    }

    private void refused(String message) {
        assertThatThrownBy(() -> SiteFolder.read(folder))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(message);
    }

    private void write(String path, String content) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
