package dev.plinth.app.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class SuggestionsTest {
    private static final List<String> KNOWN = List.of("domain", "tier", "limit", "metric_type");

    @Test
    void recognisesSlipsOfTheKeyboard() {
        assertThat(Suggestions.didYouMean("domian", KNOWN)).isEqualTo(" Did you mean 'domain'?");
        assertThat(Suggestions.didYouMean("limits", KNOWN)).isEqualTo(" Did you mean 'limit'?");
        assertThat(Suggestions.didYouMean("metrictype", KNOWN)).isEqualTo(" Did you mean 'metric_type'?");
    }

    @Test
    void takesTheNearestOfSeveral() {
        assertThat(Suggestions.didYouMean("time", List.of("tier", "timer"))).isEqualTo(" Did you mean 'timer'?");
    }

    @Test
    void doesNotGuessWildly() {
        assertThat(Suggestions.didYouMean("colour", KNOWN)).isEmpty();
        assertThat(Suggestions.didYouMean("x", KNOWN)).isEmpty();
        assertThat(Suggestions.didYouMean("domain".repeat(20), KNOWN)).isEmpty();
        assertThat(Suggestions.didYouMean("domain", List.of())).isEmpty();
    }
}
