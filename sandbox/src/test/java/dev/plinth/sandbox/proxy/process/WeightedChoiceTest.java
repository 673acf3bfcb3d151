package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.proxy.Action.WeightedGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WeightedChoiceTest {
    @Test
    void everyRunOfAllWeightsHoldsEachGroupExactlyAsOftenAsItsWeight() {
        var choice = choice(90, 10);

        for (int run = 0; run < 5; run++) {
            List<String> hundred = next(choice, 100);
            assertThat(hundred.stream().filter("green"::equals)).hasSize(10);
        }
    }

    @Test
    void theChoicesOfAGroupLieApart() {
        assertThat(next(choice(2, 1), 6)).containsExactly("blue", "green", "blue", "blue", "green", "blue");
    }

    @Test
    void aGroupOfWeightZeroIsNeverChosen() {
        assertThat(next(choice(100, 0), 1000)).containsOnly("blue");
    }

    @Test
    void nothingIsChosenWhenAllWeightsAreZero() {
        assertThat(choice(0, 0).next()).isEmpty();
    }

    private static WeightedChoice choice(int blue, int green) {
        return new WeightedChoice(List.of(new WeightedGroup("blue", blue), new WeightedGroup("green", green)));
    }

    private static List<String> next(WeightedChoice choice, int count) {
        return Stream.generate(choice::next)
                .limit(count)
                .map(Optional::orElseThrow)
                .toList();
    }
}
