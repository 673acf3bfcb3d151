package dev.plinth.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

final class PatientLoopTest {
    private static final String RUNNER = "com.pulumi.deployment.internal.DeploymentImpl";

    @Test
    void theRunnerStillLogsBetweenTwoRounds() throws IOException {
        var path = "/" + RUNNER.replace('.', '/') + "$DefaultRunner.class";
        try (var runner = Objects.requireNonNull(PatientLoopTest.class.getResourceAsStream(path))) {
            assertThat(new String(runner.readAllBytes(), StandardCharsets.ISO_8859_1))
                    .contains("Remaining tasks [");
        }
    }

    @Test
    void eachRoundTakesAWhileAndOnlyErrorsPass() {
        var passed = new ArrayList<String>();
        var log = Logger.getLogger(RUNNER);
        var before = log.getLevel();
        var handler = remembering(passed);
        log.addHandler(handler);
        try {
            PatientLoop.start();
            long start = System.nanoTime();
            for (int round = 0; round < 10; round++) {
                log.log(Level.FINEST, "Remaining tasks [3]: {}");
            }
            long millis = (System.nanoTime() - start) / 1_000_000;
            log.log(Level.SEVERE, "broken");

            assertThat(millis).isGreaterThanOrEqualTo(100);
            assertThat(passed).isEqualTo(List.of("broken"));
        } finally {
            log.removeHandler(handler);
            log.setFilter(null);
            log.setLevel(before);
        }
    }

    @Test
    void thePauseGrowsWithTheRoundAndStaysBelowWhatAPersonNotices() {
        assertThat(PatientLoop.pauseMillis(0)).isEqualTo(10);
        assertThat(PatientLoop.pauseMillis(3)).isEqualTo(60);
        assertThat(PatientLoop.pauseMillis(400)).isEqualTo(100);
    }

    private static Handler remembering(List<String> messages) {
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
