package dev.plinth.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SearchTextTest {
    @Test
    void isOneNameInLowerCase() {
        assertThat(new SearchText("  Net\t Revenue ").name()).isEqualTo("net revenue");
    }

    @Test
    void takesIdsApartAndLeavesTheMinusOfWhatIsNotWanted() {
        assertThat(new SearchText("finance.net-revenue -cost_of/sales").words())
                .isEqualTo("finance net revenue -cost of sales");
    }

    @Test
    void cannotBeNothing() {
        assertThatThrownBy(() -> new SearchText(" ")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new SearchText("x".repeat(201))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void aPlaceComesBackFromItsKey() {
        var place = new Page.Place(Match.SIMILAR_NAME, 0.1 + 0.2, "a.b");

        assertThat(Page.Place.of(place.key())).isEqualTo(place);
    }

    @Test
    void whatIsNoPlaceIsRefused() {
        for (List<String> forged : List.of(
                List.<String>of(), List.of("ALL_WORDS"), List.of("NONE", "1", "a"), List.of("ALL_WORDS", "x", "a"))) {
            assertThatThrownBy(() -> Page.Place.of(forged)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Test
    void aBeginningIsWordsOfLettersAndDigits() {
        assertThat(Beginning.of(" Net-REV':* 2 ").words()).containsExactly("net", "rev", "2");
        assertThatThrownBy(() -> Beginning.of("-- '")).isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> Beginning.of("x".repeat(101))).isInstanceOf(InvalidValueException.class);
    }

    @Test
    void eachWordOfABeginningMustBeginAWord() {
        assertThat(Beginning.of("rev net").begins("Net revenue")).isTrue();
        assertThat(Beginning.of("rev gross").begins("Net revenue")).isFalse();
        assertThat(Beginning.of("venue").begins("Net revenue")).isFalse();
    }
}
