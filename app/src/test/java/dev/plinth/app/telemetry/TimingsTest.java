package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

final class TimingsTest {
    private final AtomicLong clock = new AtomicLong();
    private final Timings timings = new Timings(clock::get);

    @Test
    void percentilesAreRightToAFifth() {
        for (int millis = 1; millis <= 1_000; millis++) {
            timings.add("a", Duration.ofMillis(millis).toNanos(), false);
        }

        Summary summary = sinceStart("a");
        assertThat(summary.count()).isEqualTo(1_000);
        assertThat(summary.total()).isEqualTo(Duration.ofMillis(500_500));
        assertThat(summary.p50().toNanos()).isCloseTo(500_000_000L, Percentage.withPercentage(20));
        assertThat(summary.p95().toNanos()).isCloseTo(950_000_000L, Percentage.withPercentage(20));
        assertThat(summary.p99().toNanos()).isCloseTo(990_000_000L, Percentage.withPercentage(20));
    }

    @Test
    void errorsAreCounted() {
        timings.add("a", 1, true);
        timings.add("a", 1, false);

        assertThat(sinceStart("a")).extracting(Summary::errors).isEqualTo(1L);
    }

    @Test
    void theShortestAndTheLongestFindAPlace() {
        timings.add("short", 0, false);
        timings.add("long", Duration.ofDays(1).toNanos(), false);

        assertThat(sinceStart("short")).extracting(Summary::p50).isEqualTo(Duration.ofNanos(10_000));
        assertThat(sinceStart("long").p50()).isGreaterThan(Duration.ofSeconds(60));
    }

    @Test
    void whatIsOlderThanTheLastMinutesOnlyCountsSinceTheStart() {
        timings.add("a", 1, false);
        clock.addAndGet(Duration.ofMinutes(Timings.MINUTES).toNanos());
        assertThat(timings.lately()).containsKey("a");
        clock.addAndGet(Duration.ofMinutes(1).toNanos());

        assertThat(timings.lately()).isEmpty();
        assertThat(timings.sinceStart()).containsKey("a");
        timings.add("a", 1, false);
        assertThat(lately("a")).extracting(Summary::count).isEqualTo(1L);
        assertThat(sinceStart("a")).extracting(Summary::count).isEqualTo(2L);
    }

    @Test
    void namesBeyondAThousandAreLeftOut() {
        for (int name = 0; name < 1_100; name++) {
            timings.add("name-" + name, 1, false);
        }

        assertThat(timings.sinceStart()).hasSize(1_000);
    }

    private Summary sinceStart(String name) {
        return timings.sinceStart().getOrDefault(name, Summary.NONE);
    }

    private Summary lately(String name) {
        return timings.lately().getOrDefault(name, Summary.NONE);
    }
}
