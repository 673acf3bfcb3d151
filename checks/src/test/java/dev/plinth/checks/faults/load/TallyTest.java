package dev.plinth.checks.faults.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TallyTest {
    private final Tally tally = new Tally();

    @Test
    void failuresAreCountedByTheirCause() {
        failed(0, "status 503");
        failed(10, "status 503");
        failed(20, "HttpTimeoutException");

        assertThat(tally.failures()).isEqualTo(Map.of("status 503", 2L, "HttpTimeoutException", 1L));
    }

    @Test
    void anOutageLastsUntilTheNextRequestThatGoesWell() {
        good(0);
        failed(100, "status 503");
        failed(200, "status 503");
        good(1_300);

        assertThat(tally.longestOutage()).isEqualTo(Duration.ofMillis(1_200));
    }

    @Test
    void aRequestThatGoesWellDividesAnOutageWhateverTheOrderOfTheAnswers() {
        good(1_000);
        failed(1_500, "status 503");
        failed(0, "status 503");
        good(1_600);

        assertThat(tally.longestOutage()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void anOutageThatDoesNotEndCountsUpToItsLastFailure() {
        failed(500, "status 503");
        failed(900, "status 503");

        assertThat(tally.longestOutage()).isEqualTo(Duration.ofMillis(400));
    }

    @Test
    void secondsWithFailuresAreThoseInWhichTheRequestsWereDue() {
        failed(100, "status 503");
        failed(900, "status 503");
        failed(2_100, "status 503");

        assertThat(tally.secondsWithFailures()).isEqualTo(2);
    }

    @Test
    void theTailIsOfGoodAnswersOnly() {
        for (var number = 0; number < 99; number++) {
            good(number);
        }
        tally.add(answer(100, 4_000, Optional.of("HttpTimeoutException")));

        assertThat(tally.tail()).isEqualTo(Duration.ofMillis(5));
    }

    private void good(long dueMillis) {
        tally.add(answer(dueMillis, 5, Optional.empty()));
    }

    private void failed(long dueMillis, String cause) {
        tally.add(answer(dueMillis, 5, Optional.of(cause)));
    }

    private static Answer answer(long dueMillis, long tookMillis, Optional<String> failure) {
        return new Answer(
                Duration.ofMillis(dueMillis).toNanos(),
                Duration.ofMillis(tookMillis).toNanos(),
                failure);
    }
}
