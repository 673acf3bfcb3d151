package dev.plinth.app.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TelemetryTest {
    private static final Instant BEGIN = Instant.parse("2026-01-31T12:00:00Z");

    private final Telemetry telemetry = new Telemetry(TraceSettings.OFF, new Service("1.2.3", "abcdef", "green"));
    private final MeterRegistry registry = telemetry.meters().registry();

    @AfterEach
    void stop() {
        telemetry.close();
    }

    @Test
    void theBuildThatRunsIsNamed() {
        assertThat(registry.get("mdl.build.info")
                        .tags("version", "1.2.3", "build", "abcdef", "colour", "green")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    @Test
    void whatAStoreDoesIsTimedByItsName() {
        telemetry.stores().done(work("metric.find", 20, false));
        telemetry.stores().done(work("metric.find", 30, true));
        telemetry.stores().done(work("metric.list", 1, false));

        Timer timer = registry.get("mdl.db.query").tag("query", "metric.find").timer();
        assertThat(timer.count()).isEqualTo(2);
        assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(50);
        assertThat(failures("metric.find")).isEqualTo(1);
        assertThat(failures("metric.list")).isZero();
    }

    @Test
    void whatTookLongerThanTheObjectiveCanBeToldApart() {
        telemetry.stores().done(work("metric.find", 50, false));
        telemetry.stores().done(work("metric.find", 51, false));

        assertThat(telemetry.meters().scrape(Meters.Format.TEXT))
                .contains(
                        "mdl_db_query_seconds_bucket{query=\"metric.find\",le=\"0.05\"} 1",
                        "mdl_db_query_seconds_bucket{query=\"metric.find\",le=\"0.1\"} 2");
    }

    @Test
    void theSameIsSummedUpForPeople() {
        telemetry.stores().done(work("metric.find", 20, true));

        Summary summary = telemetry.statements().sinceStart().getOrDefault("metric.find", Summary.NONE);
        assertThat(summary.count()).isEqualTo(1);
        assertThat(summary.errors()).isEqualTo(1);
        assertThat(summary.total()).isEqualTo(Duration.ofMillis(20));
        assertThat(telemetry.routes().sinceStart()).isEmpty();
    }

    @Test
    void jobsAreMeasuredInTheSameRegistry() {
        telemetry.jobs().expect("ranking");

        assertThat(registry.get("mdl.job.failures")
                        .tag("job_name", "ranking")
                        .counter()
                        .count())
                .isZero();
    }

    private double failures(String query) {
        return registry.get("mdl.db.query.failures")
                .tag("query", query)
                .counter()
                .count();
    }

    private static StoreWork work(String name, int millis, boolean failed) {
        return new StoreWork(name, BEGIN, BEGIN.plusMillis(millis), failed);
    }
}
