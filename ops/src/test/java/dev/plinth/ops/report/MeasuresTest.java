package dev.plinth.ops.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.plinth.ops.report.Measures.Evidence;
import dev.plinth.ops.report.Measures.Failures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MeasuresTest {
    /** A Saturday; its week began on Monday the 16th. */
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    private static final Window FOUR_WEEKS = Window.until(NOW, 4);

    @Test
    void aWindowIsWholeWeeksFromMonday() {
        assertThat(FOUR_WEEKS.first()).isEqualTo(LocalDate.of(2026, 10, 26));
        assertThat(FOUR_WEEKS.contains(Instant.parse("2026-10-26T00:00:00Z"))).isTrue();
        assertThat(FOUR_WEEKS.contains(Instant.parse("2026-10-25T23:59:59Z"))).isFalse();
    }

    @Test
    void deploymentsCountInTheirWeekAndOldOnesNot() {
        var measures = measures(
                good("a", "2026-11-16T00:00:00Z"),
                good("b", "2026-11-15T23:59:59Z"),
                failed("c", "2026-11-17T10:00:00Z", Duration.ofMinutes(4)),
                good("d", "2026-10-01T10:00:00Z"));

        assertThat(measures.weeks())
                .extracting(Measures.Week::deployments, Measures.Week::failed)
                .containsExactly(tuple(0, 0), tuple(0, 0), tuple(1, 0), tuple(2, 1));
        assertThat(measures.deploymentsAWeek()).isEqualTo(0.75);
        assertThat(measures.changeFailureRate()).hasValue(1.0 / 3);
    }

    @Test
    void nothingDeployedHasNoRate() {
        assertThat(measures().changeFailureRate()).isEmpty();
        assertThat(measures().leadTime()).isEmpty();
        assertThat(measures().timeToRestore()).isEmpty();
    }

    @Test
    void leadTimeIsTheMedianOverCommits() {
        var evidence = new Evidence(
                List.of(good("a", "2026-11-17T10:00:00Z"), good("b", "2026-11-18T10:00:00Z")),
                List.of(),
                Map.of(
                        "a", List.of(Duration.ofHours(1), Duration.ofHours(100)),
                        "b", List.of(Duration.ofHours(3), Duration.ofHours(5))));

        var measures = Measures.of(FOUR_WEEKS, evidence);

        assertThat(measures.leadTime()).hasValue(Duration.ofHours(4));
        assertThat(measures.commits()).isEqualTo(4);
    }

    @Test
    void anIncidentMarksItsReleaseAsFailedAndTellsTheTime() {
        var incident = new Incident(
                "i",
                "pages are empty",
                new Restoration(
                        Instant.parse("2026-11-17T11:00:00Z"), Optional.of(Instant.parse("2026-11-17T11:20:00Z"))),
                Optional.of("a"));
        var evidence = new Evidence(
                List.of(failed("a", "2026-11-17T10:00:00Z", Duration.ofDays(2))), List.of(incident), Map.of());

        var measures = Measures.of(FOUR_WEEKS, evidence);

        assertThat(measures.failed()).isEqualTo(1);
        assertThat(measures.timeToRestore()).hasValue(Duration.ofMinutes(20));
    }

    @Test
    void whatStillGoesOnIsCountedApart() {
        var open = new Incident(
                "i",
                "slow",
                new Restoration(Instant.parse("2026-11-20T11:00:00Z"), Optional.empty()),
                Optional.empty());
        var evidence = new Evidence(
                List.of(failed("a", "2026-11-17T10:00:00Z", Duration.ofMinutes(6))), List.of(open), Map.of());

        var measures = Measures.of(FOUR_WEEKS, evidence);

        assertThat(measures.failures()).isEqualTo(new Failures(1, 1));
        assertThat(measures.timeToRestore()).hasValue(Duration.ofMinutes(6));
    }

    private static Measures measures(Deployment... deployments) {
        return Measures.of(FOUR_WEEKS, new Evidence(List.of(deployments), List.of(), Map.of()));
    }

    private static Deployment good(String id, String time) {
        return new Deployment(id, "abc1234", Instant.parse(time), true, Optional.empty());
    }

    private static Deployment failed(String id, String time, Duration badFor) {
        var begun = Instant.parse(time);
        return new Deployment(
                id, "abc1234", begun, true, Optional.of(new Restoration(begun, Optional.of(begun.plus(badFor)))));
    }
}
