package dev.plinth.app.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;

final class ParserWordsTest {
    @Test
    void theWordsAreAboutTheTextAndNotAboutJava() {
        assertThat(wordsOf("{\"a\": [")).isEqualTo("Unexpected end-of-input: expected close marker for Array");
    }

    @Test
    void whatWasSentIsNotSentBackAsAWhole() {
        // As long as a name may be; to look for what follows blanks at each of them takes a processor for seconds.
        String name = "\"" + " ".repeat(49_000) + "\"";

        assertThat(wordsOf("{%s: 1, %s: 2}".formatted(name, name))).isEqualTo("Duplicate field '");
        assertThat(wordsOf("{%1$s: 1, %1$s: 2}".formatted(name.replace(' ', 'x'))))
                .startsWith("Duplicate field 'xxx")
                .endsWith("x…")
                .hasSize(301);
    }

    private static String wordsOf(String text) {
        return ParserWords.of(
                catchThrowableOfType(JsonProcessingException.class, () -> Json.parse(text.getBytes(UTF_8))));
    }
}
