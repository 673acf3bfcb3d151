package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CursorTest {
    private static final String REQUEST = "/api/v1/metrics?domain=finance";

    @Test
    void leadsBackToWhereThePageEnded() {
        assertThat(Cursor.decode(REQUEST, Cursor.encode(REQUEST, List.of("2", "a.b"))))
                .containsExactly("2", "a.b");
    }

    @Test
    void doesNotFitAnotherRequest() {
        String cursor = Cursor.encode(REQUEST, List.of("a.b"));
        assertThatThrownBy(() -> Cursor.decode("/api/v1/metrics?domain=sales", cursor))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageContaining("answer to the same request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "text", "{}", "[]", "[1]", "[null]", "[\"wrong\", \"a.b\"]", "\0\0{\0"})
    void refusesWhatIsNoCursor(String content) {
        String cursor = Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Cursor.decode(REQUEST, cursor)).isInstanceOf(InvalidValueException.class);
    }
}
