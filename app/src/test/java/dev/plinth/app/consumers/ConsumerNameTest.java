package dev.plinth.app.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConsumerNameTest {
    @Test
    void isAKindAndAName() {
        ConsumerName name = ConsumerName.parse("dashboard: Board: weekly ");

        assertThat(name.kind()).isEqualTo(ConsumerKind.DASHBOARD);
        assertThat(name.name().value()).isEqualTo("Board: weekly");
        assertThat(name).hasToString("dashboard:Board: weekly");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dashboard", "dashboard:", "job:  ", "person:Ann", ":x", "job:a\u0000b"})
    void nothingElseIsOne(String text) {
        assertThatThrownBy(() -> ConsumerName.parse(text)).isInstanceOf(InvalidValueException.class);
    }
}
