package dev.plinth.app.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.metrics.Tier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"abc", "finance.net-revenue", "a1_b2.c3", "x.1"})
    void acceptsIdsThatStandWellInAddresses(String id) {
        assertThat(new MetricId(id)).hasToString(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "Finance", "1st", "a..b", "a.-b", ".ab", "abc.", "a b", "a/b", "naïve", "abc\n"})
    void refusesOtherIds(String id) {
        assertThatThrownBy(() -> new MetricId(id))
                .isInstanceOf(InvalidValueException.class)
                .hasMessageStartingWith("must be 3 to 100 characters");
    }

    @Test
    void limitsTheLengthOfIds() {
        assertThat(new MetricId("a".repeat(100)).value()).hasSize(100);
        assertThatThrownBy(() -> new MetricId("a".repeat(101))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void countsTheLengthOfTextsAsPeopleDo() {
        assertThatCode(() -> new Label("😀".repeat(120))).doesNotThrowAnyException();
        assertThatThrownBy(() -> new Label("😀".repeat(121)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be at most 120 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u001bb", "half a pair \ud83d", "\udc00"})
    void refusesTextsThatCannotBeKept(String text) {
        assertThatThrownBy(() -> new Prose(text))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be valid Unicode without control characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "\u2003"})
    void refusesBlankTexts(String text) {
        assertThatThrownBy(() -> new Prose(text)).hasMessage("must not be blank");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, 0, 4})
    void knowsThreeTiers(int tier) {
        assertThatThrownBy(() -> new Tier(tier)).hasMessage("must be 1, 2 or 3");
    }
}
