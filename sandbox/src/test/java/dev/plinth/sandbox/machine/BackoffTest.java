package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void pausesGrowUpToHalfAMinute() {
        assertThat(pausesOfYoungDeaths(9))
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 16000L, 30000L, 30000L, 30000L);
    }

    @Test
    void fourYoungDeathsAreACrashLoop() {
        Backoff third = dying(3);

        assertThat(third.crashLoop()).isFalse();
        assertThat(third.startedAgain(START).died(START).crashLoop()).isTrue();
    }

    @Test
    void aLongLifeIsForgiven() {
        Backoff old = dying(5).startedAgain(START).died(START.plusSeconds(31));

        assertThat(old.crashLoop()).isFalse();
        assertThat(old.retryAt()).isEqualTo(START.plusSeconds(31).plusMillis(500));
    }

    @Test
    void startsAtTheEndOfThePauseAndNotBefore() {
        Backoff dead = dying(1);

        assertThat(dead.mayStart(START.plusMillis(499))).isFalse();
        assertThat(dead.mayStart(START.plusMillis(500))).isTrue();
    }

    private static List<Long> pausesOfYoungDeaths(int count) {
        var pauses = new ArrayList<Long>();
        for (int deaths = 1; deaths <= count; deaths++) {
            pauses.add(Duration.between(START, dying(deaths).retryAt()).toMillis());
        }
        return pauses;
    }

    private static Backoff dying(int times) {
        Backoff backoff = Backoff.started(START);
        for (int i = 0; i < times; i++) {
            backoff = backoff.startedAgain(START).died(START);
        }
        return backoff;
    }
}
