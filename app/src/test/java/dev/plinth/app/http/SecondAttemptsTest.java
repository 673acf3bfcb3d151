package dev.plinth.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.app.values.StoreUnavailableException;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

final class SecondAttemptsTest {
    private final SecondAttempts attempts = new SecondAttempts();
    private int calls;

    @Test
    void triesOnceMoreWhatFailedForAMoment() {
        assertThat(attempts.of(failing(1, true))).isEqualTo("read");
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void givesUpAfterTheSecondFailureAndKeepsTheFirst() {
        assertThatThrownBy(() -> attempts.of(failing(2, true)))
                .isInstanceOf(StoreUnavailableException.class)
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(calls).isEqualTo(2);
    }

    @Test
    void doesNotRepeatWhatWouldFailAgain() {
        assertThatThrownBy(() -> attempts.of(failing(1, false))).isInstanceOf(StoreUnavailableException.class);
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void repeatsOnlyATenthOfAllWhenAllFail() {
        for (int read = 0; read < 200; read++) {
            assertThatThrownBy(() -> attempts.of(failing(Integer.MAX_VALUE, true)))
                    .isInstanceOf(StoreUnavailableException.class);
        }

        // Ten at once from what was saved, then one in ten.
        assertThat(calls).isBetween(225, 232);
    }

    @Test
    void doesNotRepeatForAThreadThatShallStop() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> attempts.of(failing(1, true))).isInstanceOf(StoreUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(calls).isEqualTo(1);
    }

    private Supplier<String> failing(int times, boolean momentary) {
        int before = calls;
        return () -> {
            calls++;
            if (calls - before <= times) {
                throw new StoreUnavailableException(new SQLException("lost"), momentary);
            }
            return "read";
        };
    }
}
