package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    @Test
    void interruptsAThreadThatTakesTooLong() {
        try (var patience = new Patience()) {
            patience.begin(Duration.ofMillis(10));

            assertThatThrownBy(() -> Thread.sleep(Duration.ofSeconds(10))).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void leavesAThreadAloneThatIsDoneInTime() throws Exception {
        try (var patience = new Patience()) {
            patience.begin(Duration.ofMillis(10));
            patience.end();

            Thread.sleep(Duration.ofMillis(600));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    @Test
    void countsAgainFromTheLastBeginning() throws Exception {
        try (var patience = new Patience()) {
            patience.begin(Duration.ofMillis(10));
            patience.begin(Duration.ofMinutes(1));

            Thread.sleep(Duration.ofMillis(600));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }
}
