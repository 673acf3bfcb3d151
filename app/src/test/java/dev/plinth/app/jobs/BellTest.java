package dev.plinth.app.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class BellTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    private final Bell bell = new Bell();

    @Test
    void whoWaitsIsCalledAtOnce() throws Exception {
        Thread waiting = Thread.startVirtualThread(() -> bell.await(LONG));

        bell.ring();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void ringsBeforeTheWaitingCountOnce() {
        bell.ring();
        bell.ring();

        bell.await(LONG);
        long begin = System.nanoTime();
        bell.await(Duration.ofMillis(50));

        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whoShallStopWaitsNoLonger() throws Exception {
        var interrupted = new boolean[1];
        Thread waiting = Thread.startVirtualThread(() -> {
            bell.await(LONG);
            interrupted[0] = Thread.currentThread().isInterrupted();
        });

        waiting.interrupt();

        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
        assertThat(interrupted[0]).isTrue();
    }
}
