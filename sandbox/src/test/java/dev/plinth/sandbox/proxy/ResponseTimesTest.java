package dev.plinth.sandbox.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class ResponseTimesTest {
    private static final long MILLI = 1_000_000;

    @Test
    void aPercentileIsAtMostFivePercentTooLong() {
        // 1 to 1000 ms.
        var times = LongStream.rangeClosed(1, 1000)
                .mapToObj(millis -> one(millis * MILLI))
                .reduce(ResponseTimes.NONE, ResponseTimes::plus);

        assertThat(times.count()).isEqualTo(1000);
        assertThat(times.sum()).isCloseTo(500.5, within(0.001));
        assertThat(times.percentile(50)).isBetween(0.5, 0.5 * 1.05);
        assertThat(times.percentile(95)).isBetween(0.95, 0.95 * 1.05);
        assertThat(times.percentile(100)).isBetween(1.0, 1.05);
    }

    @Test
    void theSlowOneInAHundredIsNotInThe95thPercentileButInThe100th() {
        var times = new ResponseTimes(Map.of(ResponseTimes.bucket(10 * MILLI), 99L), 0).plus(one(5000 * MILLI));

        assertThat(times.percentile(95)).isBetween(0.010, 0.0105);
        assertThat(times.percentile(100)).isBetween(5.0, 5.25);
    }

    @Test
    void timesBeyondAllBucketsAreInTheOutermostOnes() {
        assertThat(ResponseTimes.bucket(0)).isZero();
        assertThat(ResponseTimes.bucket(Long.MAX_VALUE)).isEqualTo(ResponseTimes.bucket(600_000 * MILLI));
        assertThat(one(60_000 * MILLI).percentile(50)).isBetween(60.0, 63.0);
    }

    private static ResponseTimes one(long nanos) {
        return new ResponseTimes(Map.of(ResponseTimes.bucket(nanos), 1L), nanos);
    }
}
