package dev.plinth.app.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class BreakerTest {
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final AtomicLong now = new AtomicLong(5);
    private final Breaker breaker = new Breaker(3, PAUSE, now::get);

    @Test
    void staysClosedBelowTheLimit() {
        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.failed()).isFalse();

        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.isClosed()).isTrue();
    }

    @Test
    void onlyFailuresInARowCount() {
        breaker.failed();
        breaker.failed();
        breaker.succeeded();
        breaker.failed();
        breaker.failed();

        assertThat(breaker.isClosed()).isTrue();
    }

    @Test
    void opensAtTheLimitAndSaysSoOnce() {
        open();

        assertThat(breaker.failed()).isFalse();
        assertThat(breaker.isClosed()).isFalse();
        assertThat(breaker.admits()).isFalse();
    }

    @Test
    void letsOneTryAfterEachPause() {
        open();
        now.addAndGet(PAUSE.toNanos() - 1);
        assertThat(breaker.admits()).isFalse();

        now.addAndGet(1);
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isFalse();

        breaker.failed();
        now.addAndGet(PAUSE.toNanos());
        assertThat(breaker.admits()).isTrue();
    }

    @Test
    void closesWithTheFirstSuccessAndSaysSoOnce() {
        open();
        now.addAndGet(PAUSE.toNanos());
        breaker.admits();

        assertThat(breaker.succeeded()).isTrue();
        assertThat(breaker.succeeded()).isFalse();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.failed()).as("counts from the beginning again").isFalse();
    }

    private void open() {
        breaker.failed();
        breaker.failed();
        assertThat(breaker.failed()).isTrue();
    }
}
