package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MatcherTest {
    @Test
    void knowsSingleStatusesAndRangesWithBothEnds() {
        Matcher matcher = Matcher.parse("200, 301-303");

        assertThat(matcher.matches(200)).isTrue();
        assertThat(matcher.matches(201)).isFalse();
        assertThat(matcher.matches(300)).isFalse();
        assertThat(matcher.matches(301)).isTrue();
        assertThat(matcher.matches(303)).isTrue();
        assertThat(matcher.matches(304)).isFalse();
    }

    @Test
    void refusesWhatIsNoStatus() {
        assertThatThrownBy(() -> Matcher.parse("2xx"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2xx");
    }
}
