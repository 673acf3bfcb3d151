package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.recovery.DrillReport.Head;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DrillReportTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Head HEAD = new Head(
            "local-restore-20261121120000", "local", "plinth-local-database-primary", NOON, NOON.plusSeconds(90));
    private static final Objectives PROMISED = new Objectives(Duration.ofHours(4), Duration.ofHours(1));
    private static final Measured FAST = new Measured(
            Duration.ofMillis(75_500), Duration.ofSeconds(4), Duration.ofSeconds(4), Optional.of(NOON.minusSeconds(9)));
    private static final Verdict ROWS = new Verdict("rows", Judgement.passed("31 as in the source"));

    @Test
    void aDrillPassesWhenEveryAssertionHoldsAndBothObjectivesAreKept() {
        assertThat(report(Optional.of(FAST), ROWS).passed()).isTrue();
    }

    @Test
    void whatCannotBeComparedIsNoReasonToFail() {
        assertThat(report(Optional.of(FAST), new Verdict("rows", Judgement.skipped("busy")))
                        .passed())
                .isTrue();
    }

    @Test
    void oneAssertionIsEnoughToFail() {
        assertThat(report(Optional.of(FAST), ROWS, new Verdict("index", Judgement.failed("found 1")))
                        .passed())
                .isFalse();
    }

    @Test
    void aDrillThatMeasuredNothingFails() {
        assertThat(report(Optional.empty()).passed()).isFalse();
    }

    @Test
    void aCopyThatIsStillThereFailsTheDrill() {
        assertThat(new DrillReport(HEAD, PROMISED, Optional.of(FAST), List.of(ROWS), List.of("still there"), List.of())
                        .passed())
                .isFalse();
    }

    @Test
    void programsReadSeconds() {
        var json = report(Optional.of(FAST), ROWS).json();

        assertThat(json.at("/measured/rtoSeconds").asDouble()).isEqualTo(75.5);
        assertThat(json.at("/objectives/rpoSeconds").asDouble()).isEqualTo(3600);
        assertThat(json.at("/assertions/0/outcome").asText()).isEqualTo("passed");
        assertThat(json.at("/passed").asBoolean()).isTrue();
    }

    @Test
    void peopleReadWhatWasPromisedAndWhatWasKept() {
        var slow = new Measured(Duration.ofHours(5), Duration.ZERO, Duration.ZERO, Optional.empty());

        assertThat(new DrillText(report(Optional.of(slow), ROWS)).markdown())
                .contains(
                        "# Restore drill local-restore-20261121120000: FAILED",
                        "| RTO: gone for | 5h 0m 0.0s | 4h 0m 0.0s | MISSED |",
                        "| RPO: lost | 0.0s | 1h 0m 0.0s | kept |",
                        "| rows | passed | 31 as in the source |");
    }

    private static DrillReport report(Optional<Measured> measured, Verdict... verdicts) {
        return new DrillReport(HEAD, PROMISED, measured, List.of(verdicts), List.of(), List.of());
    }
}
