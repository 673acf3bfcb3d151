package dev.plinth.infra;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Keeps the SDK from burning a core while it waits. Its runner asks all unfinished resources over and over whether
 * they are done, without a pause; the only thing that it does between two rounds is to log. So the pause is made
 * there.
 */
final class PatientLoop {
    private static final String ROUND = "Remaining tasks";
    private static final int PAUSE_MILLIS = 2;

    /** Kept here because the JDK forgets loggers that nobody holds. */
    private static final Logger RUNNER_LOG = Logger.getLogger("com.pulumi.deployment.internal.DeploymentImpl");

    private PatientLoop() {}

    /** To be called from within the program, after the SDK has set its own log level. */
    static void start() {
        RUNNER_LOG.setFilter(PatientLoop::pauseAtEachRound);
        RUNNER_LOG.setLevel(Level.FINEST);
    }

    private static boolean pauseAtEachRound(LogRecord entry) {
        if (entry.getMessage().startsWith(ROUND)) {
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return entry.getLevel().intValue() >= Level.SEVERE.intValue();
    }
}
