package dev.plinth.app.telemetry;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** How the app's scheduled work goes, by job. */
public final class JobLog {
    private final MeterRegistry registry;
    private final Map<String, JobMeters> byJob = new ConcurrentSkipListMap<>();

    JobLog(MeterRegistry registry) {
        this.registry = registry;
    }

    /** The job exists, and has not run yet. */
    public void expect(String job) {
        byJob.computeIfAbsent(job, name -> new JobMeters(name, registry));
    }

    /** A run of an expected job has ended. */
    public void ended(String job, Instant begin, boolean failed) {
        JobMeters meters = byJob.get(job);
        if (meters != null) {
            meters.ended(begin, Instant.now(), failed);
        }
    }

    /** All jobs in the order of their names. */
    public List<JobRuns> runs() {
        return byJob.values().stream().map(JobMeters::runs).toList();
    }
}
