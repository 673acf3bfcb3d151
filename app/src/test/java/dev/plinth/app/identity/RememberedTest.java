package dev.plinth.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.support.TestClock;
import dev.plinth.app.values.StoreUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RememberedTest {
    private final TestClock clock = new TestClock();
    private final Remembered<String, Integer> remembered = new Remembered<>(this::asked, clock);
    private int asked;
    private boolean down;

    @Test
    void asksOnceInFiveSeconds() {
        assertThat(remembered.get("a")).isEqualTo(1);
        clock.forward(Duration.ofSeconds(4));
        assertThat(remembered.get("a")).isEqualTo(1);

        clock.forward(Duration.ofSeconds(2));
        assertThat(remembered.get("a")).isEqualTo(2);
    }

    @Test
    void keepsAnswersApart() {
        assertThat(remembered.get("a")).isEqualTo(1);
        assertThat(remembered.get("b")).isEqualTo(2);
        assertThat(remembered.get("a")).isEqualTo(1);
    }

    @Test
    void givesNoAnswerThatIsOlderThanItsBound() {
        remembered.get("a");
        clock.forward(Remembered.BOUND.plusSeconds(1));

        assertThat(remembered.get("a")).isEqualTo(2);
    }

    @Test
    void asksAgainForWhatWasForgotten() {
        remembered.get("a");
        remembered.get("b");

        remembered.forget("a");
        assertThat(remembered.get("a")).isEqualTo(3);
        assertThat(remembered.get("b")).isEqualTo(2);

        remembered.forgetAll();
        assertThat(remembered.get("b")).isEqualTo(4);
    }

    @Test
    void inAnOutageTheLastAnswerHoldsForAQuarterOfAnHour() {
        remembered.get("a");
        down = true;
        clock.forward(Duration.ofMinutes(14));
        assertThat(remembered.get("a")).isEqualTo(1);

        clock.forward(Duration.ofMinutes(2));
        assertThatThrownBy(() -> remembered.get("a")).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void inAnOutageNothingNewIsKnown() {
        down = true;

        assertThatThrownBy(() -> remembered.get("a")).isInstanceOf(StoreUnavailableException.class);
    }

    private int asked(String key) {
        if (down) {
            throw new StoreUnavailableException(new IllegalStateException(key), true);
        }
        asked++;
        return asked;
    }
}
