package dev.plinth.sandbox.pod;

/** A job as it is kept on disk. */
record JobRecord(JobSpec spec, JobStatus status) {}
