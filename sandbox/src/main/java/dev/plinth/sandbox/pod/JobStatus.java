package dev.plinth.sandbox.pod;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * How far a job is; times are ISO 8601 in UTC, and the end is empty until then.
 *
 * @param failed how many of its pods failed
 * @param message why it failed, empty when it did not
 */
public record JobStatus(Phase phase, int failed, String startedAt, String endedAt, String message) {
    /** What became of a job; those that failed say why. */
    public enum Phase {
        ACTIVE,
        SUCCEEDED,
        /** It failed more often than it may be tried again. */
        BACKOFF_LIMIT_EXCEEDED,
        /** Its time was over. */
        DEADLINE_EXCEEDED,
        /** It could not be started at all. */
        NOT_STARTED
    }

    static JobStatus started(String now) {
        return new JobStatus(Phase.ACTIVE, 0, now, "", "");
    }

    JobStatus failedOnce() {
        return new JobStatus(phase, failed + 1, startedAt, endedAt, message);
    }

    JobStatus ended(Phase outcome, String now, String why) {
        return new JobStatus(outcome, failed, startedAt, now, why);
    }

    @JsonIgnore
    public boolean active() {
        return phase == Phase.ACTIVE;
    }
}
