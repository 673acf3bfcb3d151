package dev.plinth.app.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "{} {}", "{\"a\":1,\"a\":2}", "nothing"})
    void whatIsNotExactlyOneSoundValueIsRefused(String text) {
        assertThatThrownBy(() -> Json.parse(bytes(text))).isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00007b00", "0000feff00110000", "22c32822"})
    void whatIsNotUnicodeIsRefusedToo(String hex) {
        assertThatThrownBy(() -> Json.parse(HexFormat.of().parseHex(hex))).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void whoReadsItsOwnWritingExpectsNoFault() {
        assertThatThrownBy(() -> Json.parseOwn(bytes("{"))).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void nestingIsBounded() throws Exception {
        assertThat(Json.parse(bytes("[".repeat(32) + "]".repeat(32))).isArray()).isTrue();
        assertThatThrownBy(() -> Json.parse(bytes("[".repeat(33) + "]".repeat(33))))
                .isInstanceOf(JsonProcessingException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "12345678901234567890.123456789", "1000000"})
    void numbersStayAsTheyWereWritten(String number) throws Exception {
        assertThat(new String(Json.bytes(Json.parse(bytes(number))), StandardCharsets.UTF_8))
                .isEqualTo(number);
    }

    @Test
    void fieldsKeepTheirOrder() {
        var object = Json.object().put("b", 1).put("a", 2);
        object.set("list", Json.array().add(3));

        assertThat(new String(Json.bytes(object), StandardCharsets.UTF_8)).isEqualTo("{\"b\":1,\"a\":2,\"list\":[3]}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
