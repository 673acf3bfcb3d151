package dev.plinth.infra;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps the SDK from burning a core while it waits. Its runner asks all unfinished resources over and over whether
 * they are done, without a pause; the only thing that it does between two rounds is to log. So the pause is made
 * there. A round writes a line for each of thousands of tasks, so it takes longer than a short pause: the pause is a
 * multiple of it, and short again when little is left.
 */
final class PatientLoop {
    private static final String ROUND = "Remaining tasks";
    private static final long NANOS_A_MILLI = 1_000_000;
    private static final int ROUNDS_TO_REST = 20;
    private static final long PAUSE_MIN_MILLIS = 10;
    /** How late the end of the program may be noticed. */
    private static final long PAUSE_MAX_MILLIS = 100;

    /** Kept here because the JDK forgets loggers that nobody holds. */
    private static final Logger RUNNER_LOG = Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

    private static volatile long roundBegan = System.nanoTime();

    private PatientLoop() {}

    /** To be called from within the program, after the SDK has set its own log level. */
    static void start() {
        RUNNER_LOG.setFilter(PatientLoop::pauseAtEachRound);
        RUNNER_LOG.setLevel(Level.FINEST);
    }

    private static boolean pauseAtEachRound(LogRecord entry) {
        if (entry.getMessage().startsWith(ROUND)) {
            pause(pauseMillis((System.nanoTime() - roundBegan) / NANOS_A_MILLI));
            roundBegan = System.nanoTime();
        }
        return entry.getLevel().intValue() >= Level.SEVERE.intValue();
    }

    static long pauseMillis(long roundMillis) {
        return Math.clamp(roundMillis * ROUNDS_TO_REST, PAUSE_MIN_MILLIS, PAUSE_MAX_MILLIS);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
