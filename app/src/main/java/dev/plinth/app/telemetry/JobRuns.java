package dev.plinth.app.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How often a job has run since the start, and how its last run went. */
public record JobRuns(String job, long runs, long failures, Instant lastEnd, Duration lastDuration, Instant lastGood) {
    static JobRuns none(String job) {
        return new JobRuns(job, 0, 0, Instant.EPOCH, Duration.ZERO, Instant.EPOCH);
    }

    JobRuns and(Instant begin, Instant end, boolean failed) {
        return new JobRuns(
                job, runs + 1, failures + (failed ? 1 : 0), end, Duration.between(begin, end), failed ? lastGood : end);
    }

    /** When it last ended, well or not; empty before its first end. */
    public Optional<Instant> lastRun() {
        return since(lastEnd);
    }

    /** When it last ended well; empty when it has not yet. */
    public Optional<Instant> lastSuccess() {
        return since(lastGood);
    }

    private static Optional<Instant> since(Instant time) {
        return time.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(time);
    }
}
