package dev.plinth.ops.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.ops.recovery.Judgement.Outcome;
import dev.plinth.ops.recovery.Reading.Rows;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AroundTest {
    @Test
    void whatTheSourceHadAllTheTimeMustBeThereToTheValue() {
        var quiet = around(Map.of("metric", "7", "domain", "2"), Map.of("metric", "7", "domain", "2"));

        assertThat(quiet.judge(new Rows(Map.of("metric", "7", "domain", "2"))))
                .isEqualTo(Judgement.passed("2 as in the source"));
        assertThat(quiet.judge(new Rows(Map.of("metric", "6", "domain", "2"))))
                .isEqualTo(Judgement.failed("metric: 6, in the source 7"));
    }

    @Test
    void aTableThatIsGoneIsMissed() {
        var quiet = around(Map.of("metric", "7"), Map.of("metric", "7"));

        assertThat(quiet.judge(new Rows(Map.of()))).isEqualTo(Judgement.failed("metric: missing, in the source 7"));
    }

    @Test
    void aTableThatTheSourceNeverHadIsNoted() {
        var quiet = around(Map.of(), Map.of());

        assertThat(quiet.judge(new Rows(Map.of("ghost", "1"))).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void aCountThatGrewMeanwhileLiesBetween() {
        var busy = around(Map.of("event", "100"), Map.of("event", "120"));

        assertThat(busy.judge(new Rows(Map.of("event", "110"))).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(busy.judge(new Rows(Map.of("event", "99"))).outcome()).isEqualTo(Outcome.FAILED);
        assertThat(busy.judge(new Rows(Map.of("event", "121"))).outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void ofASumThatChangedMeanwhileNothingIsSaid() {
        var busy = around(Map.of("event", "sum 1", "metric", "sum 5"), Map.of("event", "sum 2", "metric", "sum 5"));

        assertThat(busy.judge(new Rows(Map.of("event", "sum 9", "metric", "sum 5"))))
                .isEqualTo(Judgement.passed("1 as in the source, 1 changed at that moment"));
        assertThat(busy.judge(new Rows(Map.of("event", "sum 9", "metric", "sum 6")))
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(around(Map.of("event", "sum 1"), Map.of("event", "sum 2")).judge(new Rows(Map.of("event", "sum 9"))))
                .isEqualTo(Judgement.skipped("the source was changed at that moment"));
    }

    private static Around around(Map<String, String> before, Map<String, String> after) {
        return new Around(new Rows(before), new Rows(after));
    }
}
