package dev.plinth.app.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.InvalidValueException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00Z, 0",
        "2025-06-01T00:00:00Z, 0",
        "2026-01-06T00:00:00Z, 0.5",
        "2026-01-10T23:59:59Z, 0.9999",
        "2026-01-11T00:00:00Z, 1",
        "2030-01-01T00:00:00Z, 1",
    })
    void elapsesFromItsFirstDayToTheEndOfItsLast(Instant now, BigDecimal elapsed) {
        var period = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 10));

        assertThat(period.elapsed(now)).isEqualByComparingTo(elapsed);
    }

    @Test
    void endsAfterItStarts() {
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(InvalidValueException.class)
                .hasMessage("must end after 2026-01-01, the day on which it starts");
    }

    @Test
    void liesInThisCentury() {
        assertThatThrownBy(() -> new Period(LocalDate.of(1999, 12, 31), LocalDate.of(2026, 1, 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThatThrownBy(() -> new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2101, 1, 1)))
                .isInstanceOf(InvalidValueException.class);
        assertThat(new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2100, 12, 31)).startsOn())
                .isEqualTo("2000-01-01");
    }
}
