package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.ops.Failure;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class RestoreTimeTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @Test
    void aTimeMayHaveAnyZoneAndIsKeptToTheSecond() {
        assertThat(RestoreTime.parse("2026-11-21T12:30:15.9+01:00", NOON)).hasToString("2026-11-21T11:30:15Z");
    }

    @Test
    void theLatestIsAWord() {
        assertThat(RestoreTime.parse("latest", NOON)).hasToString("latest");
    }

    @Test
    void aTimeWithoutAZoneIsRefusedWithAnExample() {
        assertThatThrownBy(() -> RestoreTime.parse("2026-11-21T11:30:15", NOON))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.details())
                                .containsExactly("for example: --to 2026-11-21T12:00:00Z"));
    }

    @Test
    void theFutureCannotBeRestored() {
        assertThatThrownBy(() -> RestoreTime.parse("2026-11-21T12:00:01Z", NOON))
                .hasMessageContaining("has not come yet");
    }

    @Test
    void aCopyIsCalledAfterItsSourceAndTheMomentOfTheQuestion() {
        assertThat(CopyName.of("local", NOON)).isEqualTo("local-restore-20261121120000");
    }
}
