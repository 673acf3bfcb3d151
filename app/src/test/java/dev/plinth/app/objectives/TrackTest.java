package dev.plinth.app.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrackTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0, ON_TRACK",
        "0, 0.1, ON_TRACK",
        "0, 0.11, AT_RISK",
        "0.5, 0.8, AT_RISK",
        "0.5, 0.81, OFF_TRACK",
        "0.7, 1, AT_RISK",
        "0.89, 1, AT_RISK",
        "0.9, 1, ON_TRACK",
        "1, 0, ON_TRACK",
    })
    void isJudgedByHowFarProgressLagsBehindTime(BigDecimal progress, BigDecimal elapsed, Track track) {
        assertThat(Track.of(progress, elapsed)).isEqualTo(track);
    }
}
