package dev.plinth.app.jobs;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Calls a job that has nothing to do before its time, because something came in. */
public final class Bell {
    private final Semaphore rung = new Semaphore(0);

    public void ring() {
        rung.release();
    }

    /** Returns when the bell was rung since the last time, when the time is over, or when the job shall stop. */
    public void await(Duration longest) {
        try {
            if (rung.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                rung.drainPermits();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
