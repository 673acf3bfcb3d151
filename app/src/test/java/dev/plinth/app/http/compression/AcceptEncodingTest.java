package dev.plinth.app.http.compression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AcceptEncodingTest {
    private static final List<Coding> BOTH = List.of(Coding.BR, Coding.GZIP);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "gzip | GZIP",
                "br | BR",
                "gzip, deflate, br, zstd | BR",
                "gzip;q=1.0, br;q=0.5 | GZIP",
                "br;q=0, gzip | GZIP",
                "* | BR",
                "br;q=0, * | GZIP",
                "GZIP | GZIP",
                "x-gzip | GZIP",
                "gzip ; q=0.001 | GZIP",
                "identity;q=0.5, gzip;q=0.5 | GZIP",
            })
    void choosesWhatTheClientLikesBest(String header, Coding expected) {
        assertThat(new AcceptEncoding(header).best(BOTH)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "identity", "deflate", "gzip;q=0", "gzip;q=2", "gzip;q=x", "identity, gzip;q=0.5"})
    void leavesTheAnswerAsItIsForClientsThatDoNotTakeOrDoNotPreferACoding(String header) {
        assertThat(new AcceptEncoding(header).best(BOTH)).isEmpty();
    }

    @Test
    void choosesOnlyWhatIsOffered() {
        assertThat(new AcceptEncoding("br, gzip;q=0.1").best(List.of(Coding.GZIP)))
                .contains(Coding.GZIP);
    }
}
