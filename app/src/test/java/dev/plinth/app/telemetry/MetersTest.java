package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.app.support.Eventually;
import dev.plinth.app.telemetry.Meters.Format;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MetersTest {
    private final Meters meters = new Meters();
    private final Counter counter =
            Counter.builder("mdl.test").tag("kind", "one").register(meters.registry());

    @AfterEach
    void stop() {
        meters.close();
    }

    @Test
    void prometheusReadsAllMeters() {
        counter.increment(3);

        assertThat(meters.scrape(Format.TEXT))
                .contains("# TYPE mdl_test_total counter", "mdl_test_total{kind=\"one\"} 3.0");
    }

    @Test
    void aCountLeadsToATraceBehindIt() {
        RequestSpan request = count(new KeptSpans());

        assertThat(meters.scrape(Format.OPEN_METRICS))
                .containsPattern("mdl_test_total\\{kind=\"one\"} 1.0 # \\{.*trace_id=\"" + request.traceId() + "\"")
                .contains("span_id=\"" + request.spanId() + "\"");
        assertThat(meters.scrape(Format.TEXT)).doesNotContain(request.traceId());
    }

    @Test
    void aTraceThatNobodyKeepsIsNotWorthNaming() {
        try (var tracing = TracingSetup.of(TraceSettings.OFF, new Service("1", "b", "blue"), meters.registry())) {
            tracing.serve("GET", name -> "").run(counter::increment);
        }

        assertThat(meters.scrape(Format.OPEN_METRICS))
                .contains("mdl_test_total{kind=\"one\"} 1.0\n")
                .doesNotContain("trace_id");
    }

    @Test
    void aGaugeTellsItsValueAndNoneIsAbsent() {
        meters.registry().gauge("mdl.level", 7);

        assertThat(meters.value("mdl.level")).hasValue(7);
        assertThat(meters.value("mdl.other")).isEqualTo(OptionalDouble.empty());
    }

    @Test
    void theMachineIsMeasuredSoonAfterItWasAskedFor() throws Exception {
        assertThat(meters.value("jvm.threads.live")).isEmpty();

        meters.watchMachine();

        // The last of them to be there.
        Eventually.becomes(
                true,
                Duration.ofSeconds(20),
                () -> meters.value("jvm.threads.virtual.carriers").isPresent());
        assertThat(meters.scrape(Format.TEXT))
                .contains(
                        "jvm_memory_used_bytes{",
                        "jvm_info{",
                        "jvm_classes_loaded_classes ",
                        "jvm_threads_deadlocked_threads ",
                        "process_files_open_files ",
                        "process_uptime_seconds ",
                        "system_cpu_count ");
    }

    private RequestSpan count(KeptSpans kept) {
        try (var tracing = new Tracing(kept.provider(), true)) {
            RequestSpan request = tracing.serve("GET", name -> "");
            request.run(counter::increment);
            return request;
        }
    }
}
