package dev.plinth.app.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OutcomeTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    /** Waits exactly as long as the table says. */
    private static final RandomGenerator NO_JITTER = () -> 0;

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 299})
    void everySuccessIsADelivery(int status) {
        assertThat(of(answer(status), 3)).isEqualTo(new Outcome.Delivered());
    }

    @ParameterizedTest
    @CsvSource({
        "0, PT5S",
        "1, PT5M",
        "2, PT30M",
        "3, PT2H",
        "4, PT5H",
        "5, PT10H",
        "6, PT14H",
        "7, PT20H",
        "8, PT24H",
    })
    void waitsLongerAfterEachAttempt(int attempts, Duration wait) {
        assertThat(of(answer(500), attempts)).isEqualTo(new Outcome.Again(NOW.plus(wait), Optional.empty()));
        assertThat(of(new Answer.Unreachable("Nobody is there."), attempts))
                .isEqualTo(new Outcome.Again(NOW.plus(wait), Optional.empty()));
    }

    @Test
    void theTenthFailureIsTheLast() {
        assertThat(of(answer(500), 9))
                .isEqualTo(new Outcome.Disabled("A message could not be delivered in 10 attempts."));
    }

    @Test
    void aReceiverThatIsGoneIsAskedNoMore() {
        assertThat(of(answer(410), 0))
                .isEqualTo(new Outcome.Disabled("The receiver answered 410: it wants no more messages."));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 400, 401, 404, 500, 503})
    void everythingElseIsAFailure(int status) {
        assertThat(of(answer(status), 0)).isEqualTo(new Outcome.Again(NOW.plusSeconds(5), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 504})
    void whoHasTooMuchToDoIsGivenARest(int status) {
        Instant rested = NOW.plusSeconds(60);

        assertThat(of(answer(status), 0)).isEqualTo(new Outcome.Again(rested, Optional.of(rested)));
    }

    @Test
    void aRestIsAsLongAsTheReceiverAsksForUpToADay() {
        Instant rested = NOW.plusSeconds(90);
        Instant day = NOW.plus(Duration.ofHours(24));

        assertThat(of(answer(503, Duration.ofSeconds(90)), 0))
                .isEqualTo(new Outcome.Again(rested, Optional.of(rested)));
        assertThat(of(answer(429, Duration.ofDays(9)), 0)).isEqualTo(new Outcome.Again(day, Optional.of(day)));
    }

    @Test
    void aRestNeverBringsAnAttemptForward() {
        assertThat(of(answer(429, Duration.ofSeconds(1)), 2))
                .isEqualTo(new Outcome.Again(NOW.plus(Duration.ofMinutes(30)), Optional.of(NOW.plusSeconds(1))));
    }

    @Test
    void whatFailedTogetherComesBackAtDifferentTimesUpToATenthLater() {
        assertThat(Outcome.of(answer(500), 1, NOW, RandomGenerator.getDefault()))
                .isInstanceOfSatisfying(
                        Outcome.Again.class,
                        again -> assertThat(again.at())
                                .isBetween(NOW.plus(Duration.ofMinutes(5)), NOW.plus(Duration.ofSeconds(330))));
        assertThat(Outcome.of(answer(500), 1, NOW, RandomGenerator.getDefault()))
                .isNotEqualTo(Outcome.of(answer(500), 1, NOW, RandomGenerator.getDefault()));
    }

    private static Outcome of(Answer answer, int attempts) {
        return Outcome.of(answer, attempts, NOW, NO_JITTER);
    }

    private static Answer answer(int status) {
        return new Answer.Received(status, Optional.empty(), "");
    }

    private static Answer answer(int status, Duration retryAfter) {
        return new Answer.Received(status, Optional.of(retryAfter), "");
    }
}
