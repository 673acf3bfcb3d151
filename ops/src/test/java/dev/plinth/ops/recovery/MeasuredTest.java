package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasuredTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Optional<Instant> AT_11 = Optional.of(NOON.minusSeconds(3600));
    private static final Optional<Instant> AT_11_50 = Optional.of(NOON.minusSeconds(600));

    @Test
    void aSourceThatRestedLosesNothingHoweverOldItsNewestChangeIs() {
        assertThat(Measured.rpo(NOON, Duration.ZERO, AT_11, AT_11)).isZero();
    }

    @Test
    void aChangeThatIsMissingCountsFromTheNewestOneThatIsThere() {
        assertThat(Measured.rpo(NOON, Duration.ZERO, AT_11_50, AT_11)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aLogThatWasBehindCountsThoughTheDrillWaitedForIt() {
        assertThat(Measured.rpo(NOON, Duration.ofMinutes(5), AT_11, AT_11)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void aCopyWithoutAnyChangeHasLostAll() {
        assertThat(Measured.rpo(NOON, Duration.ZERO, AT_11, Optional.empty())).isGreaterThan(Duration.ofDays(365));
    }

    @Test
    void eitherObjectiveCanBeMissed() {
        var promised = new Objectives(Duration.ofHours(4), Duration.ofHours(1));

        assertThat(measured(Duration.ofHours(4), Duration.ofHours(1)).keeps(promised))
                .isTrue();
        assertThat(measured(Duration.ofHours(5), Duration.ZERO).keeps(promised)).isFalse();
        assertThat(measured(Duration.ZERO, Duration.ofHours(2)).keeps(promised)).isFalse();
    }

    private static Measured measured(Duration rto, Duration rpo) {
        return new Measured(rto, rpo, Duration.ZERO, AT_11);
    }
}
