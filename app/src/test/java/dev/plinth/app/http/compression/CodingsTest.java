package dev.plinth.app.http.compression;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import dev.plinth.app.support.Eventually;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CodingsTest {
    private static final byte[] TEXT =
            "{\"metric\": \"finance.net-revenue\"} ".repeat(500).getBytes(StandardCharsets.UTF_8);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void brotliWorksOnThisPlatform() throws Exception {
        var codings = new Codings(meters, Brotli::works);

        Eventually.becomes(List.of(Coding.BR, Coding.GZIP), Duration.ofSeconds(10), codings::offered);
        assertThat(meters.get("mdl.brotli.available").gauge().value()).isEqualTo(1);
    }

    @Test
    void withoutBrotliThereIsGzipAndSomebodyCanSeeIt() throws Exception {
        var codings = new Codings(meters, () -> false);

        Thread.sleep(200);
        assertThat(codings.offered()).containsExactly(Coding.GZIP);
        assertThat(meters.get("mdl.brotli.available").gauge().value()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void whatWasCompressedCanBeReadAgain(Coding coding) throws Exception {
        var codings = new Codings(meters, () -> true);
        // Loads the library.
        assertThat(Brotli.works()).isTrue();
        byte[] whole = codings.compress(coding, TEXT);
        var pieces = new ByteArrayOutputStream();
        try (var compressing = codings.compress(coding, pieces)) {
            compressing.write(TEXT, 0, 1000);
            compressing.flush();
            compressing.write(TEXT, 1000, TEXT.length - 1000);
        }

        assertThat(whole.length).isLessThan(TEXT.length / 5);
        assertThat(plain(coding, whole)).isEqualTo(TEXT);
        assertThat(plain(coding, pieces.toByteArray())).isEqualTo(TEXT);
    }

    @Test
    void countsWhatWasSaved() {
        var codings = new Codings(meters, () -> false);
        codings.sent(Coding.GZIP, 2000, 500);
        codings.sent(Coding.GZIP, 1000, 100);

        assertThat(meters.get("mdl.compressed.bytes.in")
                        .tag("coding", "gzip")
                        .counter()
                        .count())
                .isEqualTo(3000);
        assertThat(meters.get("mdl.compressed.bytes.out")
                        .tag("coding", "gzip")
                        .counter()
                        .count())
                .isEqualTo(600);
    }

    @ParameterizedTest
    @EnumSource
    void aTagSaysHowItsBodyIsCoded(Coding coding) {
        assertThat(coding.tag("\"r7\"")).isEqualTo(coding == Coding.BR ? "\"r7-br\"" : "\"r7-gz\"");
        assertThat(coding.tag("odd")).isEqualTo("odd");
    }

    private static byte[] plain(Coding coding, byte[] compressed) throws IOException {
        var source = new ByteArrayInputStream(compressed);
        try (InputStream plain = switch (coding) {
            case BR -> new BrotliInputStream(source);
            case GZIP -> new GZIPInputStream(source);
        }) {
            return plain.readAllBytes();
        }
    }
}
