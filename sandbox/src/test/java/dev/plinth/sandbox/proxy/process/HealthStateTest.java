package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.proxy.HealthCheck.Thresholds;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import org.junit.jupiter.api.Test;

final class HealthStateTest {
    private static final boolean GOOD = true;
    private static final boolean BAD = false;

    @Test
    void aNewTargetIsHealthyOnItsFirstGoodAnswer() {
        assertThat(after(GOOD)).isEqualTo(Health.HEALTHY);
        assertThat(after(BAD, GOOD)).isEqualTo(Health.HEALTHY);
    }

    @Test
    void aNewTargetIsUnhealthyOnlyAfterTheTimeThatTheThresholdMeans() {
        assertThat(after(BAD, BAD, BAD, BAD, BAD)).isEqualTo(Health.INITIAL);
        assertThat(after(BAD, BAD, BAD, BAD, BAD, BAD)).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void aHealthyTargetFallsAtTheThresholdAndNotBefore() {
        assertThat(after(GOOD, BAD)).isEqualTo(Health.HEALTHY);
        assertThat(after(GOOD, BAD, BAD)).isEqualTo(Health.UNHEALTHY);
    }

    @Test
    void aGoodAnswerInBetweenStartsTheCountAnew() {
        assertThat(after(GOOD, BAD, GOOD, BAD)).isEqualTo(Health.HEALTHY);
    }

    @Test
    void anUnhealthyTargetComesBackAtTheThresholdAndNotBefore() {
        assertThat(after(GOOD, BAD, BAD, GOOD, GOOD)).isEqualTo(Health.UNHEALTHY);
        assertThat(after(GOOD, BAD, BAD, GOOD, GOOD, GOOD)).isEqualTo(Health.HEALTHY);
    }

    private static Health after(boolean... answers) {
        // Three good or two bad answers in a row; a new target is asked three times as often.
        var state = new HealthState(new Thresholds(3, 2), 3);
        for (boolean answer : answers) {
            state.observe(answer);
        }
        return state.health();
    }
}
