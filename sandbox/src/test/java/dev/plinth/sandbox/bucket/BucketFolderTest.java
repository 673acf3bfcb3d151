package dev.plinth.sandbox.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BucketFolderTest {
    private static final byte[] TEXT = "text".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileThatSomebodyPutsThereIsAnObjectTypedByItsEnding() throws IOException {
        var buckets = new Buckets(folder);
        buckets.create("site");
        Files.writeString(buckets.folder("site").objects().resolve("index.html"), "x");

        assertThat(buckets.folder("site").find("index.html")).isPresent();
        assertThat(buckets.folder("site").facts("index.html").contentType()).isEqualTo("text/html");
        assertThat(buckets.folder("site").facts("data.unknown").contentType()).isEqualTo("binary/octet-stream");
    }

    @Test
    void anObjectSaysOfItselfWhatItWasPutWith() {
        var buckets = new Buckets(folder);
        buckets.put("site", "a/b", TEXT, Optional.of(new ObjectFacts("text/csv", "no-store")));

        assertThat(buckets.folder("site").facts("a/b").contentType()).isEqualTo("text/csv");
        assertThat(buckets.folder("site").facts("a/b").cached()).contains("no-store");
        buckets.removeObject("site", "a/b");
        assertThat(buckets.folder("site").find("a/b")).isEmpty();
    }

    @Test
    void noKeyLeadsOutOfTheBucket() throws IOException {
        var buckets = new Buckets(folder);
        buckets.create("site");
        Files.writeString(folder.resolve("buckets/secret"), "x");

        assertThat(buckets.folder("site").find("../../secret")).isEmpty();
        assertThat(buckets.folder("site").find("/../../secret")).isEmpty();
        assertThat(buckets.folder("site").find("")).isEmpty();
        assertThatThrownBy(() -> buckets.put("site", "../../secret", TEXT, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReplicaGetsWhatIsNewOrChanged() throws IOException {
        var buckets = new Buckets(folder);
        buckets.create("copy");
        buckets.put("site", "a", TEXT, Optional.empty());
        buckets.replicate("site", "copy");
        buckets.put("site", "a", "longer".getBytes(StandardCharsets.UTF_8), Optional.empty());
        buckets.replicate("site", "copy");

        assertThat(Files.readString(buckets.folder("copy").find("a").orElseThrow()))
                .isEqualTo("longer");
    }
}
