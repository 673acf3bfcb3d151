package dev.plinth.sandbox.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class RetentionTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:30:00Z");
    private static final Retention TWO_DAYS = new Retention(Duration.ofDays(2));

    @Test
    void theFirstOfADayAndTheNewestTwoStay() {
        assertThat(outlived(
                        "2026-03-09T01:00:00Z",
                        "2026-03-09T02:00:00Z",
                        "2026-03-10T09:00:00Z",
                        "2026-03-10T10:00:00Z",
                        "2026-03-10T11:00:00Z",
                        "2026-03-10T12:00:00Z"))
                .containsExactly("2026-03-09T02:00:00Z", "2026-03-10T10:00:00Z");
    }

    @Test
    void theOneThatARestoreToTheWindowsStartBeginsWithStays() {
        assertThat(outlived(
                        "2026-03-07T10:00:00Z",
                        "2026-03-08T12:30:00Z",
                        "2026-03-08T13:00:00Z",
                        "2026-03-10T11:00:00Z",
                        "2026-03-10T12:00:00Z"))
                .containsExactly("2026-03-07T10:00:00Z");
    }

    @Test
    void theOnlyOneStaysHoweverOldItIs() {
        assertThat(outlived("2020-01-01T00:00:00Z")).isEmpty();
    }

    private static List<String> outlived(String... moments) {
        var backups = Stream.of(moments)
                .map(moment -> new BackupRecord(moment, Instant.parse(moment), "1", "2"))
                .toList();
        return TWO_DAYS.outlived(backups, NOW).stream().map(BackupRecord::id).toList();
    }
}
