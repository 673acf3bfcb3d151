package dev.plinth.app.http.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CompressedBodiesTest {
    private final List<String> compressed = new ArrayList<>();

    @Test
    void compressesTheSameBodyOnce() {
        var bodies = new CompressedBodies(100);

        assertThat(get(bodies, Coding.BR, "one")).isEqualTo("<one>");
        assertThat(get(bodies, Coding.BR, "one")).isEqualTo("<one>");

        assertThat(compressed).containsExactly("one");
    }

    @Test
    void keepsCodingsAndBodiesApart() {
        var bodies = new CompressedBodies(100);
        get(bodies, Coding.BR, "one");
        get(bodies, Coding.GZIP, "one");
        get(bodies, Coding.BR, "two");

        assertThat(compressed).containsExactly("one", "one", "two");
    }

    @Test
    void forgetsWhatWasNotUsedForLongest() {
        var bodies = new CompressedBodies(10);
        get(bodies, Coding.BR, "one");
        get(bodies, Coding.BR, "two");
        get(bodies, Coding.BR, "one");
        get(bodies, Coding.BR, "six");

        get(bodies, Coding.BR, "one");
        get(bodies, Coding.BR, "two");

        assertThat(compressed).containsExactly("one", "two", "six", "two");
    }

    private String get(CompressedBodies bodies, Coding coding, String body) {
        byte[] answer = bodies.get(coding, body.getBytes(StandardCharsets.UTF_8), plain -> {
            String text = new String(plain, StandardCharsets.UTF_8);
            compressed.add(text);
            return "<%s>".formatted(text).getBytes(StandardCharsets.UTF_8);
        });
        return new String(answer, StandardCharsets.UTF_8);
    }
}
