package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class JobLogTest {
    private final MeterRegistry meters = new SimpleMeterRegistry();
    private final JobLog log = new JobLog(meters);

    @Test
    void aJobThatHasNotRunIsToldOfToo() {
        log.expect("ranking");

        JobRuns runs = log.runs().getFirst();
        assertThat(runs.job()).isEqualTo("ranking");
        assertThat(runs.runs()).isZero();
        assertThat(runs.lastRun()).isEmpty();
        assertThat(runs.lastSuccess()).isEmpty();
        assertThat(lastSuccessSeconds()).isZero();
    }

    @Test
    void jobsAreInTheOrderOfTheirNamesAndEachOnce() {
        log.expect("sweeping");
        log.expect("ranking");
        log.ended("ranking", Instant.now(), false);
        log.expect("ranking");

        assertThat(log.runs()).extracting(JobRuns::job).containsExactly("ranking", "sweeping");
        assertThat(log.runs().getFirst().runs()).isEqualTo(1);
    }

    @Test
    void aRunThatEndedWellIsTimed() {
        log.expect("ranking");

        log.ended("ranking", Instant.now().minusSeconds(3), false);

        JobRuns runs = log.runs().getFirst();
        assertThat(runs.lastDuration()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(30));
        assertThat(runs.lastRun()).isPresent().isEqualTo(runs.lastSuccess());
        assertThat(meters.get("mdl.job.duration")
                        .tag("job_name", "ranking")
                        .timer()
                        .totalTime(TimeUnit.SECONDS))
                .isBetween(3.0, 30.0);
        assertThat(lastSuccessSeconds()).isCloseTo((double) Instant.now().getEpochSecond(), within(30.0));
    }

    @Test
    void aRunThatFailedIsCountedAndTheLastGoodOneStays() {
        log.expect("ranking");
        log.ended("ranking", Instant.now(), false);
        var good = log.runs().getFirst().lastSuccess();

        log.ended("ranking", Instant.now(), true);

        JobRuns runs = log.runs().getFirst();
        assertThat(runs.runs()).isEqualTo(2);
        assertThat(runs.failures()).isEqualTo(1);
        assertThat(runs.lastSuccess()).isEqualTo(good);
        assertThat(meters.get("mdl.job.failures")
                        .tag("job_name", "ranking")
                        .counter()
                        .count())
                .isEqualTo(1);
        assertThat(meters.get("mdl.job.duration")
                        .tag("job_name", "ranking")
                        .timer()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void aJobThatNobodyExpectedIsPassedOver() {
        log.ended("other", Instant.now(), true);

        assertThat(log.runs()).isEmpty();
        assertThat(meters.getMeters()).isEmpty();
    }

    private double lastSuccessSeconds() {
        return meters.get("mdl.job.last.success.timestamp")
                .tag("job_name", "ranking")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }
}
