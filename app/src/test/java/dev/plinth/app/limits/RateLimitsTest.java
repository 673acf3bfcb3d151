package dev.plinth.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    private static final Rates RATES = new Rates(10, 5, 2);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Elsewhere elsewhere = new Elsewhere();
    private final RateLimits limits = new RateLimits(RATES, elsewhere, meters);

    @Test
    void admitsACallerUntilTheAllowanceIsUsedUp() {
        Allowance first = limits.take(RateClass.ANONYMOUS, "1.2.3.4", 1);
        Allowance second = limits.take(RateClass.ANONYMOUS, "1.2.3.4", 1);
        Allowance third = limits.take(RateClass.ANONYMOUS, "1.2.3.4", 1);

        assertThat(first).isEqualTo(new Allowance(true, 2, 1, 30, 0));
        assertThat(second.admitted()).isTrue();
        assertThat(second.remaining()).isZero();
        assertThat(second.resetSeconds()).isEqualTo(60);
        assertThat(third.admitted()).isFalse();
        assertThat(third.retrySeconds()).isEqualTo(30);
        assertThat(meters.get("mdl.rate.limited")
                        .tag("class", "anonymous")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @Test
    void keepsCallersAndClassesApart() {
        limits.take(RateClass.WRITE, "user:a", 5);

        assertThat(limits.take(RateClass.WRITE, "user:a", 1).admitted()).isFalse();
        assertThat(limits.take(RateClass.WRITE, "user:b", 1).admitted()).isTrue();
        assertThat(limits.take(RateClass.READ, "user:a", 1).admitted()).isTrue();
    }

    @Test
    void takesMoreForWhatCostsMore() {
        assertThat(limits.take(RateClass.READ, "user:a", 7).remaining()).isEqualTo(3);
        assertThat(limits.take(RateClass.READ, "user:a", 4).admitted()).isFalse();
        assertThat(limits.take(RateClass.READ, "user:a", 3).admitted()).isTrue();
    }

    @Test
    void admitsWhatCostsMoreThanAllOnceAllIsThere() {
        assertThat(limits.take(RateClass.ANONYMOUS, "1.2.3.4", 50).admitted()).isTrue();
        assertThat(limits.take(RateClass.ANONYMOUS, "1.2.3.4", 50).admitted()).isFalse();
    }

    @Test
    void learnsWhatWasUsedOnOtherInstances() {
        elsewhere.use("read:user:a", 10, 6);
        limits.take(RateClass.READ, "user:a", 1);

        limits.synchronize();

        assertThat(limits.take(RateClass.READ, "user:a", 1).remaining()).isEqualTo(2);
    }

    @Test
    void tellsTheOthersEachUseOnce() {
        limits.take(RateClass.READ, "user:a", 2);
        limits.synchronize();
        limits.take(RateClass.READ, "user:a", 1);
        limits.synchronize();
        limits.synchronize();

        assertThat(elsewhere.used).containsExactly(Map.entry("read:user:a", 3L));
    }

    @Test
    void goesOnByItselfWhileTheOthersCannotBeReachedAndTellsThemLater() {
        elsewhere.reachable = false;
        limits.take(RateClass.READ, "user:a", 2);
        limits.synchronize();
        assertThat(limits.take(RateClass.READ, "user:a", 1).remaining()).isEqualTo(7);

        elsewhere.reachable = true;
        limits.synchronize();

        assertThat(elsewhere.used).containsExactly(Map.entry("read:user:a", 3L));
    }

    @Test
    void aNegativeRestElsewhereLeavesNothingHere() {
        elsewhere.use("read:user:a", 10, 40);
        limits.take(RateClass.READ, "user:a", 1);

        limits.synchronize();

        assertThat(limits.take(RateClass.READ, "user:a", 1).admitted()).isFalse();
    }

    /** Other instances, without the time in which allowances come back. */
    private static final class Elsewhere implements SharedRates {
        private final Map<String, Long> used = new HashMap<>();
        private boolean reachable = true;

        @Override
        public OptionalLong use(String caller, int quota, long tokens) {
            return reachable ? OptionalLong.of(quota - used.merge(caller, tokens, Long::sum)) : OptionalLong.empty();
        }
    }
}
