package dev.plinth.app.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonDiffTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            {"a": 1}               | {"a": 1}               | -
            {"a": 1}               | {"a": 2}               | /a
            {"a": {"b": 1}}        | {"a": {"b": 2}}        | /a/b
            {"a": [1, 2]}          | {"a": [1, 3, 4]}       | /a/1 /a/2
            {"a": [1, 2]}          | {"a": [1]}             | /a/1
            {"a": {"b": 1}}        | {"a": [1]}             | /a
            {"a": 1}               | {"b": 1}               | /a /b
            {"a/b~c": 1}           | {"a/b~c": 2}           | /a~1b~0c
            """)
    void findsTheSmallestPartsThatDiffer(String before, String after, String pointers) {
        assertThat(JsonDiff.between(Json.parseOwn(bytes(before)), Json.parseOwn(bytes(after))))
                .map(JsonDiff.Difference::pointer)
                .containsExactly(pointers == null ? new String[0] : pointers.split(" "));
    }

    @Test
    void whatIsOnlyOnOneSideIsMissingOnTheOther() {
        var difference = JsonDiff.between(Json.parseOwn(bytes("{}")), Json.parseOwn(bytes("{\"a\": 1}")))
                .getFirst();

        assertThat(difference.before().isMissingNode()).isTrue();
        assertThat(difference.after().intValue()).isEqualTo(1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
