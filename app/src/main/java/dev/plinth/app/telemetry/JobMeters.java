package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The meters of one job, and how it has done. */
final class JobMeters {
    private static final String NAME = "job_name";

    private final Timer durations;
    private final Counter failures;
    private final AtomicReference<JobRuns> runs;

    JobMeters(String job, MeterRegistry registry) {
        runs = new AtomicReference<>(JobRuns.none(job));
        durations = Timer.builder("mdl.job.duration")
                .description("How long the runs of a job took, failed ones too")
                .tag(NAME, job)
                .register(registry);
        failures = Counter.builder("mdl.job.failures")
                .description("Runs of a job that failed")
                .tag(NAME, job)
                .register(registry);
        TimeGauge.builder("mdl.job.last.success.timestamp", runs, TimeUnit.MILLISECONDS, JobMeters::lastSuccessMillis)
                .description("When a job last ended well, since 1970; 0 when it has not since the start")
                .tag(NAME, job)
                .register(registry);
    }

    void ended(Instant begin, Instant end, boolean failed) {
        JobRuns now = runs.updateAndGet(before -> before.and(begin, end, failed));
        durations.record(now.lastDuration());
        if (failed) {
            failures.increment();
        }
    }

    JobRuns runs() {
        return runs.get();
    }

    private static double lastSuccessMillis(AtomicReference<JobRuns> runs) {
        return runs.get().lastSuccess().map(Instant::toEpochMilli).orElse(0L).doubleValue();
    }
}
