package dev.plinth.app.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class FailuresTest {
    @Test
    void theFirstCauseSpeaks() {
        var failure = new StartupException("The app cannot start.", new IOException("Connection refused"));

        assertThat(Failures.root(new IllegalStateException(failure))).isEqualTo("Connection refused");
    }

    @Test
    void aFailureWithoutACauseSpeaksForItself() {
        assertThat(Failures.root(new StartupException("MDL_PORT must be a number.")))
                .isEqualTo("MDL_PORT must be a number.");
    }

    @Test
    void aFailureWithoutWordsIsNamed() {
        assertThat(Failures.root(new IllegalStateException(new InterruptedException())))
                .isEqualTo("InterruptedException");
    }
}
