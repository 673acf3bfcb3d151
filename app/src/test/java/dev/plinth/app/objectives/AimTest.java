package dev.plinth.app.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.metrics.Amount;
import dev.plinth.app.values.InvalidValueException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AimTest {
    @ParameterizedTest
    @CsvSource({
        "up, 0, 10, 5, 0.5",
        "up, 0, 10, 0, 0",
        "up, 0, 10, -3, 0",
        "up, 0, 10, 10, 1",
        "up, 0, 10, 99, 1",
        "up, 0, 3, 1, 0.3333",
        "up, 0, 3, 2, 0.6666",
        "up, -10, -5, -7.5, 0.5",
        "down, 48, 30, 39, 0.5",
        "down, 48, 30, 50, 0",
        "down, 48, 30, 20, 1",
    })
    void progressIsTheShareOfTheWayThatIsDone(
            String direction, String baseline, String target, String current, String progress) {
        assertThat(aim(direction, baseline, target).progress(amount(current)))
                .isEqualByComparingTo(new BigDecimal(progress));
    }

    @Test
    void theTargetIsWhereTheDirectionPoints() {
        assertThatThrownBy(() -> aim("up", "5", "5"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be above the baseline, as the direction is up");
        assertThatThrownBy(() -> aim("down", "5", "5.00"))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must be below the baseline, as the direction is down");
    }

    private static Aim aim(String direction, String baseline, String target) {
        return new Aim(
                direction.equals("up") ? Aim.Direction.UP : Aim.Direction.DOWN, amount(baseline), amount(target));
    }

    private static Amount amount(String value) {
        return new Amount(new BigDecimal(value));
    }
}
