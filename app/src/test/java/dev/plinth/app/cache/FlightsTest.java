package dev.plinth.app.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class FlightsTest {
    private final Flights<String> flights = new Flights<>();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch shared = new CountDownLatch(1);

    @Test
    void whoComesWhileItIsMadeGetsTheSame() throws Exception {
        assertThat(second(() -> "first").get()).isEqualTo("first");
    }

    @Test
    void whoComesLaterHasItMadeAnew() {
        assertThat(flights.join("same", () -> "first", () -> {})).isEqualTo("first");
        assertThat(flights.join("same", () -> "second", () -> {})).isEqualTo("second");
    }

    @Test
    void aFailureIsThatOfAllWhoWaited() throws Exception {
        var failure = new IllegalArgumentException("no such thing");

        Future<String> second = second(() -> {
            throw failure;
        });

        assertThatThrownBy(second::get).isInstanceOf(ExecutionException.class).hasCause(failure);
    }

    @Test
    void aDefectIsThatOfAllWhoWaitedToo() throws Exception {
        Future<String> second = second(() -> {
            throw new AssertionError("broken");
        });

        assertThatThrownBy(second::get).hasRootCauseMessage("broken");
    }

    /** What comes of a second call that waits for the end of a first one, which works like this. */
    private Future<String> second(Supplier<String> work) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> first = threads.submit(() -> flights.join("same", () -> slowly(work), () -> {}));
            inside.await();
            Future<String> second = threads.submit(() -> flights.join("same", () -> "second", shared::countDown));
            assertThat(first).isNotNull();
            return second;
        }
    }

    private String slowly(Supplier<String> work) {
        inside.countDown();
        try {
            shared.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return work.get();
    }
}
