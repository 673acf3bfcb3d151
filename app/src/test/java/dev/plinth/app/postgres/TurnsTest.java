package dev.plinth.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.support.Eventually;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

final class TurnsTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void letsInAsManyAsThereArePlaces() throws Exception {
        var turns = new Turns(2, 0, LONG);
        turns.begin();
        turns.begin();

        assertThatThrownBy(turns::begin)
                .isInstanceOf(BusyException.class)
                .hasMessage("0 callers wait for a connection already");

        turns.end();
        turns.begin();
    }

    @Test
    void letsTheNextInWhenATurnEnds() throws Exception {
        var turns = new Turns(1, 1, LONG);
        turns.begin();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.runAsync(() -> beginUnchecked(turns), threads);
            Eventually.becomes(1, LONG, turns::waiting);

            turns.end();

            waiting.join();
            assertThat(turns.waiting()).isZero();
        }
    }

    @Test
    void givesUpWhenTheTimeIsOver() throws Exception {
        var turns = new Turns(1, 1, Duration.ofMillis(20));
        turns.begin();

        assertThatThrownBy(turns::begin)
                .isInstanceOf(BusyException.class)
                .hasMessage("No connection became free within PT0.02S");
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void givesUpWhenTheThreadShallStop() throws Exception {
        var turns = new Turns(1, 1, LONG);
        turns.begin();
        Thread.currentThread().interrupt();

        assertThatThrownBy(turns::begin).isInstanceOf(BusyException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void beginUnchecked(Turns turns) {
        try {
            turns.begin();
        } catch (BusyException busy) {
            throw new IllegalStateException(busy);
        }
    }
}
