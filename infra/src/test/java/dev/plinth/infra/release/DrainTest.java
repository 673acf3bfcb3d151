package dev.plinth.infra.release;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class DrainTest {
    @Test
    void theHookLastsUntilTheLoadBalancerHasNothingMoreForThePod() {
        assertThat(Drain.preStop()).isEqualTo(10 + 30);
    }

    @Test
    void theGracePeriodHoldsEverybodysTimeOneAfterTheOther() {
        assertThat(Drain.grace()).isEqualTo(40 + 5 + 15 + 5);
    }

    @Test
    void theAppsPartIsWhatItAccepts() {
        // The app refuses more than 28 s together.
        assertThat(Drain.NOTICE + Drain.FINISH).isLessThanOrEqualTo(28);
    }
}
