package dev.plinth.sandbox.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.sandbox.proxy.ProxyTraffic.Second;
import dev.plinth.sandbox.proxy.ProxyTraffic.Targets;
import dev.plinth.sandbox.proxy.ResponseTimes;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ReadingTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void aRequestForWhichNoTargetWasChosenIsNotCountedButItsErrorIs() {
        var seconds = List.of(answers(Map.of("200", 7L, "404", 2L, "500", 1L, "lb-502", 3L, "lb-503", 5L)));

        assertThat(Reading.of("RequestCount").value("Sum", seconds)).contains(13.0);
        assertThat(Reading.of("HTTPCode_Target_2XX_Count").value("Sum", seconds))
                .contains(7.0);
        assertThat(Reading.of("HTTPCode_Target_5XX_Count").value("Sum", seconds))
                .contains(1.0);
        assertThat(Reading.of("HTTPCode_ELB_5XX_Count").value("Sum", seconds)).contains(8.0);
    }

    @Test
    void whereNothingHappenedThereIsNoValue() {
        assertThat(Reading.of("HTTPCode_Target_5XX_Count").value("Sum", List.of(answers(Map.of("200", 1L)))))
                .isEmpty();
        assertThat(Reading.of("TargetResponseTime").value("p95", List.of(answers(Map.of()))))
                .isEmpty();
        assertThat(Reading.of("HealthyHostCount").value("Minimum", List.of(answers(Map.of()))))
                .isEmpty();
    }

    @Test
    void timesOfSeveralSecondsAreOneDistribution() {
        var seconds = List.of(times(1, 99), times(4, 1));

        assertThat(Reading.of("TargetResponseTime").value("SampleCount", seconds))
                .contains(100.0);
        assertThat(Reading.of("TargetResponseTime").value("Average", seconds)).contains(1.03);
        assertThat(Reading.of("TargetResponseTime").value("p99", seconds).orElseThrow())
                .isBetween(1.0, 1.05);
        assertThat(Reading.of("TargetResponseTime").value("p99.9", seconds).orElseThrow())
                .isBetween(4.0, 4.2);
    }

    @Test
    void targetsAreCountedByTheWorstAndTheBestMoment() {
        var seconds = List.of(looked(1, new Targets(2, 0)), looked(2, new Targets(1, 1)));

        assertThat(Reading.of("HealthyHostCount").value("Minimum", seconds)).contains(1.0);
        assertThat(Reading.of("HealthyHostCount").value("Maximum", seconds)).contains(2.0);
        assertThat(Reading.of("UnHealthyHostCount").value("Average", seconds)).contains(0.5);
    }

    @Test
    void whatIsNotMeasuredIsNamedWithWhatIs() {
        assertThatThrownBy(() -> Reading.of("NewConnectionCount"))
                .hasMessageContaining("RequestCount")
                .hasMessageEndingWith("found NewConnectionCount");
        assertThatThrownBy(() -> Reading.of("RequestCount").value("p95", List.of()))
                .hasMessage("Stat: the sandbox has Sum of this metric; found p95");
    }

    private static Second answers(Map<String, Long> answers) {
        return new Second(1, "blue", answers, ResponseTimes.NONE, null);
    }

    private static Second times(long seconds, long count) {
        long nanos = seconds * SECOND;
        var times = new ResponseTimes(Map.of(ResponseTimes.bucket(nanos), count), nanos * count);
        return new Second(1, "blue", Map.of(), times, null);
    }

    private static Second looked(long second, Targets targets) {
        return new Second(second, "blue", Map.of(), ResponseTimes.NONE, targets);
    }
}
