package dev.plinth.app.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class VersionTest {
    @ParameterizedTest
    @CsvSource({"1.2.3, MAJOR, 2.0.0", "1.2.3, MINOR, 1.3.0", "1.2.3, PATCH, 1.2.4"})
    void aChangeCountsUpItsPlaceAndClearsThoseAfterIt(String before, ChangeClass change, String after) {
        assertThat(Version.parse(before).next(change)).hasToString(after);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1", "1.0", "0.1.0", "1.01.0", "v1.0.0", "1.0.0-rc", "1.0.-1", "9999999.0.0", "1.0.0\n"})
    void whatIsNoVersionIsRefused(String text) {
        assertThatThrownBy(() -> Version.parse(text)).hasMessage("must be a version such as 1.0.0");
    }

    @Test
    void versionsAreOrderedAsNumbers() {
        assertThat(Stream.of("2.0.0", "1.10.0", "1.9.9", "1.10.1")
                        .map(Version::parse)
                        .sorted())
                .map(Version::toString)
                .containsExactly("1.9.9", "1.10.0", "1.10.1", "2.0.0");
    }
}
