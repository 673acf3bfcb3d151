package dev.plinth.app.jobs;

import static java.lang.System.Logger.Level.WARNING;

import dev.plinth.app.lifecycle.Failures;
import dev.plinth.app.telemetry.Telemetry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Runs each job on a thread of its own until the app stops. A job that fails is logged and tried again after its pause:
 * jobs pick up what is due from the database, so nothing is lost. Every instance of the app runs all jobs; a job
 * that must not run twice at a time takes a lock in the database.
 */
public final class Jobs implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Jobs.class.getName());
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final List<Thread> threads;

    private final Telemetry telemetry;

    /** Starts all of them. */
    public Jobs(List<Job> jobs, Telemetry telemetry) {
        this.telemetry = telemetry;
        jobs.forEach(job -> telemetry.jobs().expect(job.name()));
        threads = jobs.stream()
                .map(job -> Thread.ofVirtual().name("job-" + job.name()).start(() -> repeat(job)))
                .toList();
    }

    private void repeat(Job job) {
        while (!Thread.currentThread().isInterrupted()) {
            job.ready().run();
            Instant begin = Instant.now();
            try {
                telemetry.tracing().job(job.name(), job.work());
                telemetry.jobs().ended(job.name(), begin, false);
            } catch (RuntimeException failure) {
                telemetry.jobs().ended(job.name(), begin, true);
                LOG.log(WARNING, "The job {0} failed and is tried again: {1}", job.name(), Failures.root(failure));
            }
            try {
                Thread.sleep(job.pause());
            } catch (InterruptedException stopping) {
                return;
            }
        }
    }

    /** Interrupts all jobs and waits for them. */
    @Override
    public void close() {
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join(STOP_WAIT);
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
