package dev.plinth.sandbox.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class RoundsTest {
    @Test
    void aRoundThatFailsIsFollowedByTheNextUntilTheyAreClosed() {
        var count = new AtomicInteger();
        var rounds = Rounds.start("test", Duration.ofMillis(1), () -> {
            count.incrementAndGet();
            throw new MachineException("broken");
        });

        assertThat(Pause.until(Duration.ofSeconds(10), () -> count.get() > 2)).isTrue();
        rounds.close();
        int atTheEnd = count.get();
        Pause.of(Duration.ofMillis(50));

        assertThat(count).hasValue(atTheEnd);
    }
}
