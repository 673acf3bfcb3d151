package dev.plinth.infra.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WindowTest {
    @ParameterizedTest
    @CsvSource({
        "02:00-03:00, sun:04:00-sun:05:00, false",
        "02:00-03:00, sun:03:00-sun:04:00, false",
        "02:00-03:00, sun:02:59-sun:04:00, true",
        "02:00-03:00, sun:01:00-sun:02:01, true",
        "02:00-03:00, sun:01:00-sun:02:00, false",
        "23:30-00:30, mon:00:00-mon:01:00, true",
        "00:00-00:30, sun:23:30-mon:00:30, true",
        "12:00-12:30, sat:12:30-sun:11:00, false"
    })
    void aBackupAndAMaintenanceMayNotMeet(String daily, String weekly, boolean overlaps) {
        assertThat(WeeklyWindow.parse(weekly).overlaps(DailyWindow.parse(daily)))
                .isEqualTo(overlaps);
    }

    @ParameterizedTest
    @ValueSource(strings = {"02:00", "02:00-02:29", "2:00-3:00", "24:00-01:00", "02:00-03:60", "", "-"})
    void aDailyWindowIsAtLeastHalfAnHour(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DailyWindow.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sun:02:00-sun:02:59", "sun:02:00-tue:02:00", "SUN:02:00-SUN:03:00", "02:00-03:00", "sun", ""})
    void aWeeklyWindowIsAnHourToADay(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> WeeklyWindow.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"sun:23:30-mon:00:30", "wed:00:00-wed:01:00"})
    void aWeeklyWindowIsWrittenAsItWasRead(String text) {
        assertThat(WeeklyWindow.parse(text)).hasToString(text);
    }
}
