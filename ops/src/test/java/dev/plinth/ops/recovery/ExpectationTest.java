package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.recovery.Judgement.Outcome;
import dev.plinth.ops.recovery.Reading.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ExpectationTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({"0, PASSED", "1, FAILED", "nothing, FAILED"})
    void aValueIsThatValue(String found, Outcome outcome) {
        assertThat(judge(new Expectation.Equals("0"), found)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"9, FAILED", "10, PASSED", "1e3, PASSED", "many, FAILED"})
    void aNumberIsNoSmaller(String found, Outcome outcome) {
        assertThat(judge(new Expectation.AtLeast(BigDecimal.TEN), found)).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21 11:00:00+00, PASSED",
        "2026-11-21 13:00:00.5+02, PASSED",
        "2026-11-21 10:59:59.999999+00, FAILED",
        "nothing, FAILED"
    })
    void aTimeIsNoFurtherBeforeTheMoment(String found, Outcome outcome) {
        assertThat(judge(new Expectation.Within(Duration.ofHours(1)), found)).isEqualTo(outcome);
    }

    @Test
    void withoutTheSourceNothingIsComparedWithIt() {
        assertThat(judge(new Expectation.AsSource(), "7")).isEqualTo(Outcome.SKIPPED);
    }

    private static Outcome judge(Expectation expectation, String found) {
        return expectation.judge(Rows.single(found), Optional.empty(), NOON).outcome();
    }
}
