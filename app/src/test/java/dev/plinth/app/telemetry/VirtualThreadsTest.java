package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class VirtualThreadsTest {
    private static final Duration TIME = Duration.ofSeconds(20);

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void aThreadThatHoldsItsCarrierWhileItWaitsIsTimed() throws Exception {
        try (var threads = new VirtualThreads()) {
            threads.bindTo(meters);

            Thread.ofVirtual().start(() -> assertThat(Held.ANSWER).isTrue()).join();

            Eventually.becomes(
                    1L,
                    TIME,
                    () -> meters.get("jvm.threads.virtual.pinned").timer().count());
            assertThat(meters.get("jvm.threads.virtual.pinned").timer().totalTime(TimeUnit.MILLISECONDS))
                    .isGreaterThanOrEqualTo(20);
            assertThat(meters.get("jvm.threads.virtual.submit.failed").counter().count())
                    .isZero();
        }
    }

    @Test
    void aThreadThatRunsIsMountedOnACarrier() throws Exception {
        double[] mounted = new double[1];
        try (var threads = new VirtualThreads()) {
            threads.bindTo(meters);

            Thread.ofVirtual().start(() -> mounted[0] = value("mounted")).join();

            assertThat(mounted[0]).isGreaterThanOrEqualTo(1);
            assertThat(value("carriers")).isGreaterThanOrEqualTo(1);
            assertThat(value("queued")).isGreaterThanOrEqualTo(0);
        }
    }

    private double value(String name) {
        return meters.get("jvm.threads.virtual." + name).gauge().value();
    }

    /** A virtual thread that initializes a class cannot leave its carrier, whatever it waits for there. */
    private static final class Held {
        static final boolean ANSWER = slow();

        private static boolean slow() {
            try {
                Thread.sleep(50);
                return true;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }
}
