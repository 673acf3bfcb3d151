package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ChunkedBodyTest {
    @Test
    void chunksAreJoinedWithoutTheirSignaturesAndWhatFollows() throws IOException {
        assertThat(
                        read(
                                "5;chunk-signature=ab\r\nhello\r\n6\r\n\r\nyou!\r\n0;chunk-signature=cd\r\nx-amz-checksum:1\r\n\r\n"))
                .isEqualTo("hello\r\nyou!");
    }

    @Test
    void nothingIsNothing() throws IOException {
        assertThat(read("0\r\n\r\n")).isEmpty();
    }

    @Test
    void aBodyThatBreaksOffIsNoBody() {
        assertThatThrownBy(() -> read("5\r\nhel")).isInstanceOf(EOFException.class);
        assertThatThrownBy(() -> read("5\r\nhello\r\n")).isInstanceOf(EOFException.class);
    }

    @Test
    void aChunkMustBeAsLongAsItSays() {
        assertThatThrownBy(() -> read("3\r\nhello\r\n0\r\n\r\n")).hasMessage("a chunk is longer than it says");
        assertThatThrownBy(() -> read("much\r\n")).hasMessage("expected the length of a chunk, found 'much'");
    }

    private static String read(String body) throws IOException {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new String(new ChunkedBody(bytes).readAllBytes(), StandardCharsets.UTF_8);
    }
}
