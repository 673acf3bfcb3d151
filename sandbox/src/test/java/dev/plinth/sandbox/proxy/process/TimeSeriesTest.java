package dev.plinth.sandbox.proxy.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.sandbox.machine.Endpoint;
import dev.plinth.sandbox.proxy.ProxyStatus.Health;
import dev.plinth.sandbox.proxy.ProxyStatus.TargetHealth;
import dev.plinth.sandbox.proxy.ProxyTraffic.Second;
import dev.plinth.sandbox.proxy.ProxyTraffic.Targets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimeSeriesTest {
    private static final long START = 1_900_000_000;
    private final Watch watch = new Watch();
    private final TimeSeries series = new TimeSeries(watch);

    @Test
    void eachSecondHasItsOwnCounts() {
        series.answered("blue", 200, 5_000_000);
        series.answered("blue", 503, 5_000_000);
        watch.second++;
        series.answered("blue", 200, 5_000_000);
        series.failed("green", 502);

        assertThat(second("blue", START).answers()).containsEntry("200", 1L).containsEntry("503", 1L);
        assertThat(second("blue", START).times().count()).isEqualTo(2);
        assertThat(second("blue", START + 1).answers()).containsOnlyKeys("200");
        assertThat(second("green", START + 1).answers()).containsEntry("lb-502", 1L);
    }

    @Test
    void aQuestionIsAnsweredFromItsFirstSecondToBeforeItsLast() {
        for (int request = 0; request < 5; request++) {
            series.answered("blue", 200, 1);
            watch.second++;
        }

        assertThat(series.between(START + 1, START + 3).seconds())
                .extracting(Second::second)
                .containsExactlyInAnyOrder(START + 1, START + 2);
    }

    @Test
    void whatIsOlderThanAnHourIsForgotten() {
        series.answered("blue", 200, 1);
        watch.second += 3600;
        assertThat(series.between(0, Long.MAX_VALUE).seconds()).isEmpty();

        series.answered("blue", 200, 1);

        assertThat(series.between(0, Long.MAX_VALUE).seconds())
                .extracting(Second::second)
                .containsExactly(START + 3600);
    }

    @Test
    void theHealthOfTheMomentIsNotedWithItsSecond() {
        series.looked("blue", List.of(target(Health.HEALTHY), target(Health.UNHEALTHY), target(Health.INITIAL)));

        assertThat(second("blue", START).looked()).contains(new Targets(1, 2));
    }

    private Second second(String group, long second) {
        return series.between(second, second + 1).seconds().stream()
                .filter(each -> each.group().equals(group))
                .findFirst()
                .orElseThrow();
    }

    private static TargetHealth target(Health health) {
        return new TargetHealth(new Endpoint("127.0.0.1", 8080), health, "");
    }

    private static final class Watch extends Clock {
        private long second = START;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochSecond(second);
        }
    }
}
